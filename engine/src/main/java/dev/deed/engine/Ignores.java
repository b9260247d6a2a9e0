package dev.deed.engine;

import dev.deed.sql.Finding;
import dev.deed.sql.Nearest;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Applies `ignore` directives to findings, and reports directives that silence nothing.
public final class Ignores {

  public static final RuleName UNUSED = new RuleName("unused-ignore");
  public static final RuleName EXPIRED = new RuleName("expired-ignore");

  private final List<Ignore> ignores = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<RuleName> ignorable;
  private final LocalDate today;
  private final Reserved reserved;

  private Ignores(Set<RuleName> ignorable, LocalDate today, Reserved reserved) {
    this.ignorable = ignorable;
    this.today = today;
    this.reserved = reserved;
  }

  /// Findings that concern others than the author of the file: a line in that file does not silence
  /// them.
  @FunctionalInterface
  public interface Reserved {
    Reserved NONE = _ -> Optional.empty();

    /// What is said of an ignore that covers this finding: everything but the place.
    Optional<Finding> refusal(Finding finding);
  }

  /// @param ignorable rules that can be silenced
  public static Ignores of(List<Script> scripts, Set<RuleName> ignorable, LocalDate today) {
    return of(scripts, ignorable, today, Reserved.NONE);
  }

  /// @param reserved what cannot be silenced by its author
  public static Ignores of(
      List<Script> scripts, Set<RuleName> ignorable, LocalDate today, Reserved reserved) {
    var ignores = new Ignores(ignorable, today, reserved);
    for (var script : scripts) {
      for (var directive : script.directives()) {
        if (directive.name().equals("ignore")) {
          ignores.read(script, directive);
        }
      }
    }
    return ignores;
  }

  /// The findings that are not silenced, and those about the directives themselves.
  public List<Finding> apply(List<Finding> all) {
    var left = new ArrayList<Finding>();
    var ofFile = ignores.stream().collect(Collectors.groupingBy(Ignore::file));
    var used = new HashSet<Ignore>();
    var refused = new LinkedHashMap<Ignore, Finding>();
    for (var finding : all) {
      var covering =
          ofFile.getOrDefault(finding.file(), List.of()).stream()
              .filter(ignore -> ignore.covers(finding))
              .toList();
      used.addAll(covering);
      var refusal = covering.isEmpty() ? Optional.<Finding>empty() : reserved.refusal(finding);
      if (refusal.isPresent()) {
        left.add(finding);
        covering.forEach(ignore -> refused.putIfAbsent(ignore, at(ignore, refusal.get())));
      } else if (covering.stream().allMatch(ignore -> ignore.isExpired(today))) {
        left.add(finding);
      }
    }
    left.addAll(findings);
    left.addAll(refused.values());
    for (var ignore : ignores) {
      if (!used.contains(ignore)) {
        left.add(unused(ignore));
      } else if (ignore.isExpired(today) && !refused.containsKey(ignore)) {
        left.add(expired(ignore));
      }
    }
    return left;
  }

  private static Finding at(Ignore ignore, Finding refusal) {
    return new Finding(
        refusal.rule(),
        refusal.severity(),
        ignore.file(),
        ignore.directive().span(),
        refusal.message(),
        refusal.advice(),
        refusal.subjects());
  }

  private void read(Script script, Directive directive) {
    var ignore = Ignore.of(script, directive);
    if (ignore.isEmpty()) {
      var message = "deed does not understand this directive, so it silences nothing";
      var advice = "write " + Ignore.FORM + "; the reason is required, the date is optional";
      find(Directives.UNREADABLE, script, directive, message, advice);
    } else if (ignorable.contains(ignore.get().rule())) {
      ignores.add(ignore.get());
    } else {
      var known = ignorable.stream().map(RuleName::text).sorted().toList();
      var advice =
          Nearest.of(ignore.get().rule().text(), known)
              .map(name -> "did you mean %s?".formatted(name))
              .orElse("deed explain lists the rules");
      var message = "there is no rule %s that can be silenced".formatted(ignore.get().rule());
      find(Directives.UNREADABLE, script, directive, message, advice);
    }
  }

  private void find(
      RuleName rule, Script script, Directive directive, String message, String advice) {
    findings.add(Finding.error(rule, script.file(), directive.span(), message, advice));
  }

  private static Finding unused(Ignore ignore) {
    var message =
        "rule %s finds nothing here, so this directive silences nothing".formatted(ignore.rule());
    return Finding.error(
            UNUSED,
            ignore.file(),
            ignore.directive().span(),
            message,
            "remove this line, or move it directly before the statement that it is meant for")
        .with(Severity.WARNING);
  }

  private static Finding expired(Ignore ignore) {
    var message = "this silenced %s until %s".formatted(ignore.rule(), ignore.until());
    var advice = "correct the statement, or give a later date with a reason";
    return Finding.error(EXPIRED, ignore.file(), ignore.directive().span(), message, advice)
        .with(Severity.WARNING);
  }
}
