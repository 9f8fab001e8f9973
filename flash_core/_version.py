"""The version of Flash, in the one place that needs no other import."""

VERSION = "0.1.0"
