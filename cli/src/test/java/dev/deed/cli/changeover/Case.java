package dev.deed.cli.changeover;

import dev.deed.expand.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One operation to be driven from beginning to end.
///
/// @param before SQL that makes the schema and its first rows; the table is `public.t` with a key
///   `id` and a column `other`, unless the writers say otherwise
/// @param plain the `ALTER` that leads to the same schema
/// @param old what the old code writes
/// @param added what the new code writes
/// @param values pairs of SQL: the values as old code writes them, and as new code does
/// @param wrong a query of rows that may never be, once the backfill is done; empty for none
/// @param keep as in `--keep`, null where nothing is kept
record Case(
    String name,
    String before,
    String plain,
    Request request,
    Form old,
    Form added,
    List<Pair> values,
    String wrong,
    @Nullable String keep) {

  Case(
      String name,
      String before,
      String plain,
      Request request,
      String old,
      String added,
      List<Pair> values) {
    this(name, before, plain, request, Form.of(old), Form.of(added), values, "", null);
  }

  Case written(Form newOld, Form newAdded, List<Pair> newValues) {
    return new Case(name, before, plain, request, newOld, newAdded, newValues, wrong, keep);
  }

  /// @param query of rows that may never be
  Case never(String query) {
    return new Case(name, before, plain, request, old, added, values, query, keep);
  }

  Case keeping(String duration) {
    return new Case(
        name + ", keeping", before, plain, request, old, added, values, wrong, duration);
  }

  /// @param read what old code finds there after it wrote `old`
  record Pair(String old, String added, String read) {}

  static Pair pair(String old, String added, String read) {
    return new Pair(old, added, read);
  }

  static Pair pair(String old, String added) {
    return new Pair(old, added, old);
  }

  static Pair same(String both) {
    return new Pair(both, both, both);
  }

  @Override
  public String toString() {
    return name;
  }
}
