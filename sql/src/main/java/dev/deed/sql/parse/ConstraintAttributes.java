package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.DEFERRABLE;
import static dev.deed.sql.Keyword.DEFERRED;
import static dev.deed.sql.Keyword.ENFORCED;
import static dev.deed.sql.Keyword.IMMEDIATE;
import static dev.deed.sql.Keyword.INHERIT;
import static dev.deed.sql.Keyword.INITIALLY;
import static dev.deed.sql.Keyword.NO;
import static dev.deed.sql.Keyword.NOT;
import static dev.deed.sql.Keyword.VALID;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Deferrability;
import dev.deed.sql.effect.TableEffect.ConstraintChange;
import dev.deed.sql.lex.Cursor;
import org.jspecify.annotations.Nullable;

/// The attributes after a constraint, in any order: `DEFERRABLE`, `INITIALLY DEFERRED`, `NOT
/// VALID`, `NO INHERIT`, `NOT ENFORCED` and their opposites.
final class ConstraintAttributes {

  private final ParserState parsing;
  private final Cursor cursor;
  private boolean contradiction;
  private @Nullable Boolean deferrable;
  private @Nullable Boolean initiallyDeferred;
  private @Nullable Boolean enforced;
  private boolean notValid;
  private boolean noInherit;

  ConstraintAttributes(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  /// The attributes of a constraint that is an element of its own.
  static ConstraintAttributes read(ParserState parsing) {
    var attributes = new ConstraintAttributes(parsing);
    while (attributes.acceptInline() || attributes.acceptFurther()) {
      attributes.refuseContradiction();
    }
    return attributes;
  }

  /// Takes an attribute that a column's constraint may have as well.
  boolean acceptInline() {
    if (cursor.accept(NOT, DEFERRABLE)) {
      deferrable = both(deferrable, false);
    } else if (cursor.accept(DEFERRABLE)) {
      deferrable = both(deferrable, true);
    } else if (cursor.accept(INITIALLY, DEFERRED)) {
      initiallyDeferred = both(initiallyDeferred, true);
    } else if (cursor.accept(INITIALLY, IMMEDIATE)) {
      initiallyDeferred = both(initiallyDeferred, false);
    } else if (cursor.accept(NOT, ENFORCED)) {
      parsing.newer(18, "NOT ENFORCED", cursor.position() - 2);
      enforced = both(enforced, false);
    } else if (cursor.accept(ENFORCED)) {
      parsing.newer(18, "ENFORCED", cursor.position() - 1);
      enforced = both(enforced, true);
    } else {
      return false;
    }
    return true;
  }

  boolean acceptNoInherit() {
    var accepted = cursor.accept(NO, INHERIT);
    noInherit |= accepted;
    return accepted;
  }

  private boolean acceptFurther() {
    if (cursor.accept(NOT, VALID)) {
      notValid = true;
      return true;
    }
    return acceptNoInherit();
  }

  private Boolean both(@Nullable Boolean before, boolean now) {
    contradiction |= before != null && before != now;
    return now;
  }

  private void refuseContradiction() {
    var never = Boolean.FALSE.equals(deferrable) && Boolean.TRUE.equals(initiallyDeferred);
    if (contradiction || never) {
      throw cursor.error("the attributes of the constraint contradict each other");
    }
  }

  /// Only unique, primary key, exclusion and foreign key constraints can be deferred to the commit,
  /// only check and foreign key constraints can be not enforced, and so on.
  void refuseWhatDoesNotFit(Constraint.Rule rule) {
    var words = words(rule);
    var key = rule instanceof Constraint.ForeignKey;
    var check = rule instanceof Constraint.Check;
    var notNull = rule instanceof Constraint.NotNull;
    if (check || notNull) {
      refuse(deferrable != null && deferrable, words, "DEFERRABLE");
      refuse(initiallyDeferred != null && initiallyDeferred, words, "DEFERRABLE");
    }
    refuse(enforced != null && !enforced && !check && !key, words, "NOT ENFORCED");
    refuse(enforced != null && enforced && !check && !key, words, "ENFORCED");
    refuse(notValid && !check && !key && !notNull, words, "NOT VALID");
    refuse(noInherit && !check && !notNull, words, "NO INHERIT");
  }

  /// An existing constraint cannot become unchecked.
  void refuseNotValid() {
    if (notValid) {
      throw cursor.error("constraints cannot be altered to be NOT VALID");
    }
  }

  void refuseWhatDoesNotFitDomain(Constraint.Rule rule) {
    refuseWhatDoesNotFit(rule);
    refuse(enforced != null, "domain", "ENFORCED or NOT ENFORCED");
    refuse(notValid && rule instanceof Constraint.NotNull, "NOT NULL", "NOT VALID");
  }

  private void refuse(boolean given, String words, String attribute) {
    if (given) {
      throw cursor.error(words + " constraints cannot be marked " + attribute);
    }
  }

  private static String words(Constraint.Rule rule) {
    return switch (rule) {
      case Constraint.Check c -> "CHECK";
      case Constraint.NotNull n -> "NOT NULL";
      case Constraint.Unique u -> "UNIQUE";
      case Constraint.PrimaryKey p -> "PRIMARY KEY";
      case Constraint.ForeignKey f -> "FOREIGN KEY";
      case Constraint.Exclude e -> "EXCLUDE";
    };
  }

  /// What `ALTER CONSTRAINT` says.
  ConstraintChange change() {
    var mentioned = deferrable != null || initiallyDeferred != null;
    return new ConstraintChange(
        mentioned ? deferrability() : null, enforced, noInherit ? Boolean.TRUE : null);
  }

  private Deferrability deferrability() {
    return new Deferrability(
        Boolean.TRUE.equals(deferrable), Boolean.TRUE.equals(initiallyDeferred));
  }

  Constraint of(@Nullable String name, Constraint.Rule rule, boolean inline, Span span) {
    return new Constraint(
        name,
        rule,
        deferrability(),
        notValid,
        Boolean.FALSE.equals(enforced),
        noInherit,
        inline,
        span);
  }
}
