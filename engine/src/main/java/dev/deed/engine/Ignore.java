package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `-- deed: ignore <rule> until=<date> reason="..."`: silences one rule for the next statement, or
/// for the whole file if only comments come before it.
///
/// @param until the last day on which it is valid, null for no limit
/// @param from index of the first character that it covers
/// @param to index after the last one
record Ignore(
    SourceFile file,
    Directive directive,
    RuleName rule,
    @Nullable LocalDate until,
    int from,
    int to) {

  static final String FORM = "-- deed: ignore <rule> until=<yyyy-mm-dd> reason=\"<why>\"";

  private static final Pattern RULE = Pattern.compile("([a-z0-9-]+)(?=\\s|$)(.*)");
  private static final Pattern PART =
      Pattern.compile("\\s+(?:until=(\\S+)|reason=\"([^\"]*\\S[^\"]*)\")(.*)");
  private static final Pattern SECTION =
      Pattern.compile(
          "(?mi)^\\s*--\\s*(?:up migration\\b|down migration\\b|migrate:|\\+goose (?:up|down)\\b)");

  /// Empty if the directive cannot be read, or gives no reason.
  static Optional<Ignore> of(Script script, Directive directive) {
    var rule = RULE.matcher(directive.arguments());
    if (!rule.matches()) {
      return Optional.empty();
    }
    @Nullable LocalDate until = null;
    var hasReason = false;
    var rest = rule.group(2);
    while (!rest.isBlank()) {
      var part = PART.matcher(rest);
      if (!part.matches()) {
        return Optional.empty();
      }
      var date = part.group(1);
      if (date == null) {
        hasReason = true;
      } else {
        until = date(date).orElse(null);
        if (until == null) {
          return Optional.empty();
        }
      }
      rest = part.group(3);
    }
    return hasReason
        ? Optional.of(covering(script, directive, new RuleName(rule.group(1)), until))
        : Optional.empty();
  }

  private static Ignore covering(
      Script script, Directive directive, RuleName rule, @Nullable LocalDate until) {
    var next = directive.nextStatement();
    if (isOfWholeFile(script, directive)) {
      return new Ignore(script.file(), directive, rule, until, -1, Integer.MAX_VALUE);
    }
    if (next == script.statements().size()) {
      return new Ignore(script.file(), directive, rule, until, -1, -1);
    }
    var span = script.statements().get(next).span();
    return new Ignore(script.file(), directive, rule, until, span.start(), span.end());
  }

  static boolean isOfWholeFile(Script script, Directive directive) {
    return directive.nextStatement() == 0 && isFirst(script, directive);
  }

  private static boolean isFirst(Script script, Directive directive) {
    var before = script.text().substring(0, directive.span().start());
    return !SECTION.matcher(before).find();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  boolean isExpired(LocalDate today) {
    return until != null && today.isAfter(until);
  }

  boolean covers(Finding finding) {
    // Each of the thousands of findings of a file may meet each of its ignores: numbers first.
    var at = finding.span().start();
    return at >= from && at < to && finding.rule().equals(rule) && finding.file().equals(file);
  }
}
