package dev.deed.sql.parse;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import java.util.ArrayList;
import java.util.List;

/// The relations that the arguments of a trigger name for trigger functions of PostgreSQL's
/// extensions. They are reached whenever the trigger fires.
final class TriggerFunctions {

  private final List<String> arguments;
  private final Span span;
  private final List<Effect> effects = new ArrayList<>();

  private TriggerFunctions(List<String> arguments, Span span) {
    this.arguments = arguments;
    this.span = span;
  }

  /// @param function the name without its schema
  static List<Effect> effects(String function, List<String> arguments, Span span) {
    var reading = new TriggerFunctions(arguments, span);
    switch (function) {
      // refint: the columns, the table, its columns
      case "check_primary_key" -> reading.reads(arguments.size() / 2);
      case "check_foreign_key" -> reading.foreignKeys();
      // temporal_tables: the column of the period, the table of the history, whether to adjust
      case "versioning" -> reading.writes(1);
      // autoinc: a column and its sequence, and further pairs
      case "autoinc" -> {
        for (var i = 1; i < arguments.size(); i += 2) {
          reading.writes(i);
        }
      }
      default -> {}
    }
    return reading.effects;
  }

  /// refint: how many tables, what to do, the key's columns, and each table with its columns.
  private void foreignKeys() {
    var tables = number(0);
    var rest = arguments.size() - 2 - tables;
    if (tables < 1 || rest < 1 || rest % (tables + 1) != 0) {
      effects.add(new Effect.Opaque("check_foreign_key has arguments that do not fit", span));
      return;
    }
    var columns = rest / (tables + 1);
    for (var i = 0; i < tables; i++) {
      writes(2 + columns + i * (columns + 1));
    }
  }

  private int number(int index) {
    var text = index < arguments.size() ? arguments.get(index) : "";
    return text.length() == 1 && Character.isDigit(text.charAt(0)) ? text.charAt(0) - '0' : 0;
  }

  private void reads(int index) {
    var relation = index < arguments.size() ? RegclassText.of(arguments.get(index)) : null;
    if (relation != null) {
      // The definition takes no lock on it.
      effects.add(new NamesRelation(relation, Access.READS, span));
    }
  }

  private void writes(int index) {
    var relation = index < arguments.size() ? RegclassText.of(arguments.get(index)) : null;
    if (relation != null) {
      effects.add(new NamesRelation(relation, Access.WRITES, span));
    }
  }
}
