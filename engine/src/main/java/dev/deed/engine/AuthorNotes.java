package dev.deed.engine;

import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the author of a migration tells the people who apply it.
///
/// @param why reasons, in the order of the text
/// @param manualSteps what a person does before it is applied, in the order of the text
/// @param fixes earlier versions of the same database that it corrects
public record AuthorNotes(List<String> why, List<String> manualSteps, List<Version> fixes) {

  static final String WHY = "why";
  static final String MANUAL = "manual";
  static final String FIXES = "fixes";

  static final AuthorNotes NONE = new AuthorNotes(List.of(), List.of(), List.of());

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*\\S[^\"]*)\"");
  private static final Pattern VERSION = Pattern.compile("[0-9]{1,40}");

  public AuthorNotes {
    why = List.copyOf(why);
    manualSteps = List.copyOf(manualSteps);
    fixes = List.copyOf(fixes);
  }

  static AuthorNotes of(Script script) {
    var why = new ArrayList<String>();
    var manual = new ArrayList<String>();
    var fixes = new ArrayList<Version>();
    for (var directive : script.directives()) {
      switch (directive.name()) {
        case WHY -> text(directive).ifPresent(why::add);
        case MANUAL -> text(directive).ifPresent(manual::add);
        case FIXES -> version(directive).ifPresent(fixes::add);
        default -> {}
      }
    }
    return new AuthorNotes(why, manual, fixes);
  }

  static Optional<String> text(Directive directive) {
    var match = TEXT.matcher(directive.arguments());
    return match.matches() ? Optional.of(match.group(1).strip()) : Optional.empty();
  }

  static Optional<Version> version(Directive directive) {
    return VERSION.matcher(directive.arguments()).matches()
        ? Optional.of(new Version(directive.arguments()))
        : Optional.empty();
  }

  /// Saves reading the many texts that have none of these.
  static boolean mayHave(String text) {
    return Section.addressesDeed(text)
        && (text.contains(WHY) || text.contains(MANUAL) || text.contains(FIXES));
  }

  /// Which versions correct which, by what each says of itself.
  ///
  /// @param fixes for each version those that it corrects
  static Map<Version, List<Version>> fixedBy(Map<Version, List<Version>> fixes) {
    var fixedBy = new LinkedHashMap<Version, List<Version>>();
    fixes.forEach((fixing, fixed) ->
        fixed.forEach(
            version -> fixedBy.computeIfAbsent(version, _ -> new ArrayList<>()).add(fixing)));
    return fixedBy;
  }
}
