package dev.deed.engine.run;

/// A target and how to get there.
public record Address(Target target, ConnectionUrl url) {}
