//! Prints the description of the API: `cargo run -p notis-server --example openapi > crates/server/openapi.json`.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    io::stdout().write_all(notis_server::openapi().as_bytes())
}
