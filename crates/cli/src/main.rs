//! The `notis` command.

fn main() {}
