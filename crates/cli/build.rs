//! Puts the shipped topic model into the program. A workspace without one (a first clone, a retraining) builds too:
//! the program then holds an empty model and says so when it is asked for tags.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    find_libtorch_at_run_time();
    let models = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../models");
    println!("cargo::rerun-if-changed={}", models.display());
    let bytes = match fs::read(models.join("topics.notis")) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        read => read?,
    };
    fs::write(
        PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("topics.notis"),
        bytes,
    )
}

/// The program finds libtorch where it was when it was built; without the neural methods it needs none.
fn find_libtorch_at_run_time() {
    println!("cargo::rerun-if-env-changed=LIBTORCH");
    if let (Some(_), Some(libtorch)) = (env::var_os("CARGO_FEATURE_NEURAL"), env::var_os("LIBTORCH")) {
        let lib = Path::new(&libtorch).join("lib");
        println!("cargo::rustc-link-arg=-Wl,-rpath,{}", lib.display());
    }
}
