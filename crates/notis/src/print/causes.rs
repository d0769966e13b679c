//! An error with what lies behind it.

use std::error::Error;

/// The words of an error and of its causes, from the outermost on, each said once: many errors already hold the words of
/// their cause.
///
/// ```
/// let full = std::io::Error::other("disken er full");
/// let chain: [&(dyn std::error::Error + 'static); 2] = [&std::fmt::Error, &full];
/// assert!(notis::print::causes(chain).ends_with(": disken er full"));
/// ```
pub fn causes<'e>(chain: impl IntoIterator<Item = &'e (dyn Error + 'static)>) -> String {
    let mut said = String::new();
    for cause in chain.into_iter().map(ToString::to_string) {
        if said.is_empty() {
            said = cause;
        } else if !said.contains(&cause) {
            said = format!("{said}: {cause}");
        }
    }
    said
}
