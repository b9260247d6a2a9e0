package dev.deed.engine.look.emergency;

/// A part of the screen that could not be read.
///
/// @param why in PostgreSQL's words, or deed's
public record Unread(String what, String why) {}
