package dev.deed.sql.effect;

/// How a statement uses an object, the strongest first.
public enum Access {
  DEFINES,
  WRITES,
  REFERENCES,
  READS
}
