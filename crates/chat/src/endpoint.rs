//! The address of a model server, and whether it is on this machine.

use std::net::{IpAddr, ToSocketAddrs};

use ureq::http::Uri;

use crate::Error;

/// The address that requests go to, `…/v1/chat/completions`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint(String);

impl Endpoint {
    /// The address of the API at `given`. Off this machine it is one only where that is allowed.
    pub(crate) fn parse(given: &str, allow_remote: bool) -> Result<Self, Error> {
        let wrong = |why| Error::Address {
            given: given.to_owned(),
            why,
        };
        let uri: Uri = given.parse().map_err(|_| wrong("this is no address"))?;
        match uri.scheme_str() {
            Some("http") => {}
            Some("https") => return Err(wrong("notis speaks http only; put a local proxy in front of it")),
            _ => return Err(wrong("it begins with http://")),
        }
        let authority = uri.authority().ok_or_else(|| wrong("it names no host"))?;
        if authority.as_str().contains('@') {
            return Err(wrong("it holds a name or a password"));
        }
        if uri.query().is_some() {
            return Err(wrong("it ends with a query"));
        }
        let port = authority.port_u16().unwrap_or(80);
        if !allow_remote && !is_loopback(authority.host(), port) {
            return Err(Error::Remote {
                given: given.to_owned(),
            });
        }
        Ok(Endpoint(format!(
            "{}/chat/completions",
            given.trim_end_matches('/')
        )))
    }

    pub(crate) fn url(&self) -> &str {
        &self.0
    }
}

/// Whether a host is this machine: a loopback address, or `localhost` where that name leads to nothing else.
fn is_loopback(host: &str, port: u16) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if let Ok(address) = bare.parse::<IpAddr>() {
        return address.to_canonical().is_loopback();
    }
    let leads_here = || {
        let found = (bare, port)
            .to_socket_addrs()
            .map(Vec::from_iter)
            .unwrap_or_default();
        !found.is_empty() && found.iter().all(|address| address.ip().is_loopback())
    };
    bare.eq_ignore_ascii_case("localhost") && leads_here()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_on_this_machine_are_taken() {
        for given in [
            "http://127.0.0.1:8080/v1",
            "http://127.0.0.1:8080/v1/",
            "http://[::1]:8080/v1",
        ] {
            let endpoint = Endpoint::parse(given, false).unwrap();
            assert!(endpoint.url().ends_with(":8080/v1/chat/completions"), "{given}");
        }
    }

    #[test]
    fn others_need_to_be_allowed() {
        for given in [
            "http://192.0.2.7:8080/v1",
            "http://model.example/v1",
            "http://127.0.0.1.example/v1",
            "http://0.0.0.0:80/v1",
        ] {
            let refused = Endpoint::parse(given, false).unwrap_err();
            assert!(matches!(refused, Error::Remote { .. }), "{refused}");
            assert!(Endpoint::parse(given, true).is_ok());
        }
    }

    #[test]
    fn what_is_no_address_is_told() {
        for (given, why) in [
            ("127.0.0.1:8080", "http://"),
            ("https://127.0.0.1/v1", "http only"),
            ("http://me:secret@127.0.0.1/v1", "password"),
            ("http://127.0.0.1/v1?key=1", "query"),
            ("", "no address"),
        ] {
            let error = Endpoint::parse(given, true).unwrap_err();
            assert!(error.to_string().contains(why), "{given}: {error}");
        }
    }
}
