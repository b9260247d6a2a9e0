package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import dev.deed.sql.Nearest;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.script.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a migration's `-- deed:` comments ask of the planner, and which of them are invalid. An
/// unknown directive is refused, not ignored. The arguments of `ignore` and `touches` are read
/// elsewhere.
final class Directives {

  static final RuleName UNKNOWN = new RuleName("unknown-directive");
  static final RuleName UNREADABLE = new RuleName("unreadable-directive");

  static final List<String> NAMES =
      List.of(
          "requires",
          "irreversible",
          "transaction",
          "draft",
          "generated",
          AuthorNotes.WHY,
          AuthorNotes.MANUAL,
          AuthorNotes.FIXES,
          Assertions.NAME,
          ExpectedRows.NAME,
          "ignore",
          "touches",
          ChangeoverPart.NAME,
          Backfills.NAME,
          ContractOrder.NAME,
          Replaced.NAME);
  private static final Pattern REQUIREMENT = Pattern.compile("([^\\s/]+)/([0-9]{1,40})");
  private static final Pattern REASON = Pattern.compile("\"([^\"]*\\S[^\"]*)\"");

  private final List<Requirement> requires = new ArrayList<>();
  private final List<Replaced> replaces = new ArrayList<>();
  private final List<QualifiedName> expectedRows = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private @Nullable String irreversible;
  private boolean alone;
  private boolean isPart;
  private boolean isContract;
  private boolean draft;
  private boolean generated;

  private Directives() {}

  static Directives of(SourceFile file, Section up, @Nullable Section down) {
    var directives = new Directives();
    for (var directive : up.script().directives()) {
      directives.read(file, directive);
      directives.readUp(file, directive);
    }
    if (down != null) {
      for (var directive : down.script().directives()) {
        directives.read(down.file(), directive);
        directives.readDown(down.file(), directive);
      }
    }
    return directives;
  }

  List<Requirement> requires() {
    return List.copyOf(requires);
  }

  Optional<String> irreversible() {
    return Optional.ofNullable(irreversible);
  }

  boolean alone() {
    return alone;
  }

  boolean draft() {
    return draft;
  }

  boolean generated() {
    return generated;
  }

  List<Replaced> replaces() {
    return List.copyOf(replaces);
  }

  ExpectedRows expectedRows() {
    return new ExpectedRows(expectedRows);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void read(SourceFile file, Directive directive) {
    switch (directive.name()) {
      case "requires" -> readRequires(file, directive);
      case "irreversible" -> readIrreversible(file, directive);
      case "transaction" -> readTransaction(file, directive);
      case ExpectedRows.NAME ->
          ExpectedRows.of(directive.arguments())
              .ifPresentOrElse(
                  rows -> expectedRows.addAll(rows.tables()),
                  () -> unreadable(file, directive, ExpectedRows.FORM));
      case "draft" -> draft |= isBare(file, directive, "-- deed: draft");
      case "generated" -> generated |= isBare(file, directive, "-- deed: generated");
      default -> {
        if (!NAMES.contains(directive.name())) {
          unknown(file, directive);
        }
      }
    }
  }

  private void readUp(SourceFile file, Directive directive) {
    switch (directive.name()) {
      case ChangeoverPart.NAME -> {
        if (ChangeoverPart.of(directive).isEmpty()) {
          unreadable(file, directive, ChangeoverPart.FORM);
        } else if (isPart) {
          twice(file, directive);
        } else {
          isPart = true;
        }
      }
      case ContractOrder.NAME -> {
        if (ContractOrder.of(directive).isEmpty()) {
          unreadable(file, directive, ContractOrder.FORM);
        } else if (isContract) {
          twice(file, directive);
        } else {
          isContract = true;
        }
      }
      case AuthorNotes.WHY -> readText(file, directive, "-- deed: why \"<reason>\"");
      case AuthorNotes.MANUAL ->
          readText(file, directive, "-- deed: manual \"<what a person does first>\"");
      case AuthorNotes.FIXES -> {
        if (AuthorNotes.version(directive).isEmpty()) {
          unreadable(file, directive, "-- deed: fixes <version>");
        }
      }
      case Replaced.NAME ->
          Replaced.of(directive.arguments())
              .ifPresentOrElse(replaces::add, () -> unreadable(file, directive, Replaced.FORM));
      default -> {}
    }
  }

  /// A rollback may run in batches, too; the rest of a changeover is said by its up.
  private void readDown(SourceFile file, Directive directive) {
    switch (directive.name()) {
      case ChangeoverPart.NAME,
          ContractOrder.NAME,
          Replaced.NAME,
          AuthorNotes.WHY,
          AuthorNotes.MANUAL,
          AuthorNotes.FIXES -> {
        var message = "`" + directive.name() + "` is in the down, where it means nothing";
        findings.add(
            Finding.error(
                UNREADABLE, file, directive.span(), message, "move it to the top of the file"));
      }
      default -> {}
    }
  }

  private void twice(SourceFile file, Directive directive) {
    var message = "`" + directive.name() + "` is written twice";
    findings.add(
        Finding.error(UNREADABLE, file, directive.span(), message, "remove one of the two lines"));
  }

  private void readRequires(SourceFile file, Directive directive) {
    var match = REQUIREMENT.matcher(directive.arguments());
    if (match.matches()) {
      requires.add(new Requirement(new DatabaseName(match.group(1)), new Version(match.group(2))));
    } else {
      unreadable(file, directive, "-- deed: requires <database>/<version>");
    }
  }

  private void readIrreversible(SourceFile file, Directive directive) {
    var match = REASON.matcher(directive.arguments());
    if (match.matches()) {
      irreversible = match.group(1);
    } else {
      unreadable(file, directive, "-- deed: irreversible \"<reason>\"");
    }
  }

  private void readText(SourceFile file, Directive directive, String form) {
    if (AuthorNotes.text(directive).isEmpty()) {
      unreadable(file, directive, form);
    }
  }

  private void readTransaction(SourceFile file, Directive directive) {
    if (directive.arguments().equals("none")) {
      alone = true;
    } else {
      unreadable(file, directive, "-- deed: transaction none");
    }
  }

  private boolean isBare(SourceFile file, Directive directive, String form) {
    if (!directive.arguments().isEmpty()) {
      unreadable(file, directive, form);
    }
    return directive.arguments().isEmpty();
  }

  private void unknown(SourceFile file, Directive directive) {
    var advice =
        Nearest.of(directive.name(), NAMES)
            .map(name -> "did you mean `" + name + "`?")
            .orElse("the directives are " + String.join(", ", NAMES));
    var message = "deed has no directive `" + directive.name() + "`";
    findings.add(Finding.error(UNKNOWN, file, directive.span(), message, advice));
  }

  private void unreadable(SourceFile file, Directive directive, String form) {
    var message =
        directive.arguments().isEmpty()
            ? "nothing follows `" + directive.name() + "`"
            : "`"
                + directive.name()
                + "` is followed by `"
                + directive.arguments()
                + "`, which deed does not understand";
    findings.add(
        Finding.error(UNREADABLE, file, directive.span(), message, "write `" + form + "`"));
  }
}
