package dev.deed.cli.changeover;

import dev.deed.expand.Request;
import java.util.List;

/// One operation to be driven from beginning to end.
///
/// @param before SQL that makes the schema and its first rows; the table is `public.t` with a key
///   `id` and a column `other`, unless the writers say otherwise
/// @param plain the `ALTER` that leads to the same schema
/// @param old what the old code writes
/// @param added what the new code writes
/// @param values pairs of SQL: the value as old code writes it, and as new code does
record Case(
    String name,
    String before,
    String plain,
    Request request,
    String old,
    String added,
    List<Pair> values) {

  record Pair(String old, String added) {}

  static Pair pair(String old, String added) {
    return new Pair(old, added);
  }

  static Pair same(String both) {
    return new Pair(both, both);
  }

  @Override
  public String toString() {
    return name;
  }
}
