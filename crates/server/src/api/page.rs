//! The API's description as a page to read.

use std::fmt::{self, Write};
use std::sync::OnceLock;

use axum::http::header;
use axum::response::{Html, IntoResponse};
use notis::print::escape;
use utoipa::openapi::path::{Operation, Parameter};

use super::description::document;

pub(super) async fn page() -> impl IntoResponse {
    static PAGE: OnceLock<String> = OnceLock::new();
    Html(PAGE.get_or_init(written).as_str())
}

pub(super) async fn style() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "text/css; charset=utf-8")],
        include_str!("style.css"),
    )
}

fn written() -> String {
    let mut page = String::new();
    // A text takes all that is written to it.
    let _ = write(&mut page);
    page
}

fn write(page: &mut String) -> fmt::Result {
    page.push_str(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>notis: the API</title><link rel=\"icon\" href=\"/desk/icon.svg\"><link rel=\"stylesheet\" \
         href=\"/api/v1/style.css\"><main><h1>notis: the API</h1><p>The same for programs: \
         <a href=\"/api/v1/openapi.json\">openapi.json</a>. Health is told under \
         /health, numbers for Prometheus under /metrics.</p>",
    );
    for (path, item) in document().paths.paths {
        let operations = [("GET", item.get), ("POST", item.post), ("DELETE", item.delete)];
        for (method, operation) in operations {
            if let Some(operation) = operation {
                write_operation(page, method, &path, &operation)?;
            }
        }
    }
    page.push_str("</main></html>\n");
    Ok(())
}

fn write_operation(page: &mut String, method: &str, path: &str, operation: &Operation) -> fmt::Result {
    let summary = operation.summary.as_deref().unwrap_or_default();
    write!(
        page,
        "<section><h2><code>{method} {}</code></h2><p>{}</p>",
        escape::html(path),
        escape::html(summary)
    )?;
    let parameters = operation.parameters.as_deref().unwrap_or_default();
    if !parameters.is_empty() {
        page.push_str("<dl>");
        parameters
            .iter()
            .try_for_each(|parameter| write_parameter(page, parameter))?;
        page.push_str("</dl>");
    }
    page.push_str("</section>");
    Ok(())
}

fn write_parameter(page: &mut String, parameter: &Parameter) -> fmt::Result {
    let description = parameter.description.as_deref().unwrap_or_default();
    write!(
        page,
        "<dt><code>{}</code><dd>{}",
        escape::html(&parameter.name),
        escape::html(description)
    )
}
