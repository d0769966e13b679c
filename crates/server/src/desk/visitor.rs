//! Who looks at a page: the language they read, and the name they sign with.

use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::words::{Lang, Words};
use crate::guard::user;

/// Who looks at a page.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    pub(crate) lang: Lang,
    /// The name they sign corrections with; empty where they have not said.
    pub(crate) who: String,
    /// The address they look at, without `lang`, for links that change the language.
    address: String,
}

/// Where the language and the signature are kept: a year, for this site alone.
const KEEP: &str = "Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly";

impl Visitor {
    pub(crate) fn words(&self) -> &'static Words {
        self.lang.words()
    }

    /// This page in another language.
    pub(crate) fn in_language(&self, lang: Lang) -> String {
        let mark = if self.address.contains('?') { '&' } else { '?' };
        format!("{}{mark}lang={}", self.address, lang.code())
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        let (uri, headers) = (&parts.uri, &parts.headers);
        let kept = || cookie(headers, "lang").and_then(|code| Lang::of_code(&code));
        let liked = || Lang::preferred(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?);
        Ok(Visitor {
            lang: asked(uri).or_else(kept).or_else(liked).unwrap_or(Lang::Nb),
            who: user(headers).or_else(|| signature(headers)).unwrap_or_default(),
            address: address(uri),
        })
    }
}

/// Remembers the language that an address asks for.
pub(super) async fn remember(request: Request, next: Next) -> Response {
    let asked = asked(request.uri());
    let mut response = next.run(request).await;
    if let Some(lang) = asked {
        set(&mut response, "lang", lang.code());
    }
    response
}

/// Remembers the signature. It is packed, so that no name can be anything but a value.
pub(super) fn remember_signature(response: &mut Response, who: &str) {
    set(response, "who", &URL_SAFE_NO_PAD.encode(who));
}

fn set(response: &mut Response, name: &str, value: &str) {
    if let Ok(cookie) = HeaderValue::from_str(&format!("{name}={value}; {KEEP}")) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

fn signature(headers: &HeaderMap) -> Option<String> {
    let packed = cookie(headers, "who")?;
    String::from_utf8(URL_SAFE_NO_PAD.decode(packed).ok()?).ok()
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

/// The parts of a query, as they stand.
fn query(uri: &Uri) -> impl Iterator<Item = &str> {
    uri.query()
        .unwrap_or_default()
        .split('&')
        .filter(|part| !part.is_empty())
}

fn asked(uri: &Uri) -> Option<Lang> {
    query(uri)
        .filter_map(|part| part.strip_prefix("lang="))
        .find_map(Lang::of_code)
}

fn address(uri: &Uri) -> String {
    let others: Vec<_> = query(uri).filter(|part| !part.starts_with("lang=")).collect();
    match others.is_empty() {
        true => uri.path().to_owned(),
        false => format!("{}?{}", uri.path(), others.join("&")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_what_it_asks_for_in_another_language() {
        let uri: Uri = "/today?topic=fn&lang=en&from=2026-11-01".parse().unwrap();
        assert_eq!(asked(&uri), Some(Lang::En));
        assert_eq!(address(&uri), "/today?topic=fn&from=2026-11-01");
        assert_eq!(asked(&"/?lang=%0d%0aX:1".parse().unwrap()), None);
    }

    #[test]
    fn a_signature_is_a_value_whatever_it_holds() {
        let mut response = Response::default();
        remember_signature(&mut response, "Kari;\r\nSet-Cookie: a=b");
        let cookie = response.headers()[header::SET_COOKIE]
            .to_str()
            .unwrap()
            .to_owned();
        assert!(!cookie.contains("Kari") && !cookie.contains('\n'), "{cookie}");
        let pair = cookie.split(';').next().unwrap();
        let headers = HeaderMap::from_iter([(header::COOKIE, pair.parse().unwrap())]);
        assert_eq!(signature(&headers).unwrap(), "Kari;\r\nSet-Cookie: a=b");
    }
}
