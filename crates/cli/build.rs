//! Lets a program with the neural methods find libtorch at run time where it was when it was built.

use std::env;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-env-changed=LIBTORCH");
    if let (Some(_), Some(libtorch)) = (env::var_os("CARGO_FEATURE_NEURAL"), env::var_os("LIBTORCH")) {
        let lib = Path::new(&libtorch).join("lib");
        println!("cargo::rustc-link-arg=-Wl,-rpath,{}", lib.display());
    }
}
