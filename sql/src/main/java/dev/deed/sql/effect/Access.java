package dev.deed.sql.effect;

/// What a statement does with an object, the strongest first.
public enum Access {
  DEFINES,
  WRITES,
  REFERENCES,
  READS
}
