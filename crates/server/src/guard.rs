//! Who may ask: names of this server, pages of this server, and callers who know the token.

use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::{Request, State as Extract};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::problem::Problem;
use crate::state::State;

/// What a browser may do with an answer: nothing from elsewhere, no script or style that is not a file of ours, no frame.
pub(crate) const HEADERS: [(HeaderName, HeaderValue); 5] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    // Forms of our own pages then say where they come from, also where a browser gives no Sec-Fetch-Site.
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The policy of a page that has this style in itself, and no other.
pub(crate) fn policy_with(style: &str) -> HeaderValue {
    let hash = STANDARD.encode(Sha256::digest(style));
    let policy = POLICY.replace("style-src 'self'", &format!("style-src 'sha256-{hash}'"));
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(POLICY))
}

/// Lets a request through that may ask.
pub(crate) async fn check(Extract(state): Extract<Arc<State>>, request: Request, next: Next) -> Response {
    match refusal(&state, &request) {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    }
}

fn refusal(state: &State, request: &Request) -> Option<Problem> {
    let headers = request.headers();
    let Some(host) = host(headers) else {
        return Some(Problem::bad(
            "one Host header is needed, with the name of this server",
        ));
    };
    if !is_ours(&state.hosts, host.host()) {
        let detail = "the Host header names another server; allow it with --host where a proxy sends it";
        return Some(Problem::new(StatusCode::MISDIRECTED_REQUEST, detail));
    }
    if changes(request.method()) && comes_from_elsewhere(headers, &host) {
        return Some(Problem::forbidden("pages of other sites may not write here"));
    }
    let open = request.uri().path() == "/health";
    let known = state
        .token
        .as_ref()
        .is_none_or(|token| open || given(headers).is_some_and(|given| token.is(&given)));
    (!known).then(unknown_caller)
}

fn host(headers: &HeaderMap) -> Option<Authority> {
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = hosts.next()?.to_str().ok()?.parse().ok();
    host.filter(|_| hosts.next().is_none())
}

/// Whether a name is one of this server: an address, for a page elsewhere can make a browser ask by its own name only; a
/// name of this machine; or one that was allowed.
fn is_ours(allowed: &[String], name: &str) -> bool {
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    bare.parse::<IpAddr>().is_ok()
        || name.eq_ignore_ascii_case("localhost")
        || allowed.iter().any(|allowed| allowed.eq_ignore_ascii_case(name))
}

fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Whether a browser says that a page of another site made it ask.
fn comes_from_elsewhere(headers: &HeaderMap, host: &Authority) -> bool {
    let says = |name: &str| headers.get(name).map(HeaderValue::as_bytes);
    if let Some(site) = says("sec-fetch-site") {
        return !matches!(site, b"same-origin" | b"none");
    }
    let origin = says("origin").map(|origin| std::str::from_utf8(origin).unwrap_or_default());
    let same = |origin: &str| {
        origin
            .split_once("://")
            .is_some_and(|(_, from)| from.eq_ignore_ascii_case(host.as_str()))
    };
    origin.is_some_and(|origin| !same(origin))
}

/// The token as a bearer, or as the password of any user.
fn given(headers: &HeaderMap) -> Option<Vec<u8>> {
    let (scheme, rest) = credentials(headers)?;
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(rest.trim().as_bytes().to_vec());
    }
    let pair = user_and_password(headers)?;
    let colon = pair.iter().position(|&byte| byte == b':')?;
    Some(pair[colon + 1..].to_vec())
}

/// The user of a caller that gave the token as a password.
pub(crate) fn user(headers: &HeaderMap) -> Option<String> {
    let pair = String::from_utf8(user_and_password(headers)?).ok()?;
    let (user, _) = pair.split_once(':')?;
    (!user.is_empty()).then(|| user.to_owned())
}

/// What a caller gives that was asked for both: the user, a colon, the password.
fn user_and_password(headers: &HeaderMap) -> Option<Vec<u8>> {
    let (scheme, packed) = credentials(headers)?;
    let is_pair = scheme.eq_ignore_ascii_case("basic");
    STANDARD.decode(packed.trim()).ok().filter(|_| is_pair)
}

/// The scheme that a caller says who it is by, and what it says.
fn credentials(headers: &HeaderMap) -> Option<(&str, &str)> {
    let given = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    given.split_once(' ')
}

fn unknown_caller() -> Problem {
    let detail = "send the token as Authorization: Bearer …, or as the password of any user";
    Problem::new(StatusCode::UNAUTHORIZED, detail)
}

/// Tells a caller who is to say who it is how to.
pub(crate) async fn challenge(mut response: Response) -> Response {
    if response.status() == StatusCode::UNAUTHORIZED {
        let how = HeaderValue::from_static("Basic realm=\"notis\", charset=\"UTF-8\"");
        response.headers_mut().insert(header::WWW_AUTHENTICATE, how);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let pair =
            |&(name, value): &(&'static str, &str)| (HeaderName::from_static(name), value.parse().unwrap());
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn only_own_names_are_answered_to() {
        let allowed = ["desk.example.no".to_owned()];
        for name in ["localhost", "127.0.0.1", "[::1]", "DESK.example.no"] {
            assert!(is_ours(&allowed, name), "{name}");
        }
        for name in ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io"] {
            assert!(!is_ours(&allowed, name), "{name}");
        }
    }

    #[test]
    fn pages_of_other_sites_are_told_apart() {
        let host: Authority = "localhost:7420".parse().unwrap();
        let from = |pairs: &[(&'static str, &str)]| comes_from_elsewhere(&headers(pairs), &host);
        assert!(!from(&[]));
        assert!(!from(&[("origin", "http://localhost:7420")]));
        assert!(!from(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "http://localhost:7420")
        ]));
        assert!(from(&[("origin", "http://localhost:7421")]));
        assert!(from(&[("origin", "null")]));
        assert!(from(&[("sec-fetch-site", "cross-site")]));
        assert!(from(&[("sec-fetch-site", "same-site")]));
    }

    #[test]
    fn the_token_comes_as_bearer_or_password() {
        assert_eq!(
            given(&headers(&[("authorization", "Bearer abc")])).unwrap(),
            b"abc"
        );
        assert_eq!(
            given(&headers(&[("authorization", "basic dTphYmM=")])).unwrap(),
            b"abc"
        );
        assert_eq!(given(&headers(&[("authorization", "Basic !!")])), None);
        assert_eq!(given(&headers(&[("authorization", "Digest dTphYmM=")])), None);
    }
}
