package dev.deed.lint.rule.file;

import dev.deed.lint.facts.Literals;
import dev.deed.lint.facts.WordSearch;
import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.script.CommandTag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds addresses of one environment in a migration that runs in all of them.
final class HardCodedHost implements ScriptCheck {

  private static final Set<ObjectKind> CONNECTING =
      EnumSet.of(ObjectKind.SUBSCRIPTION, ObjectKind.SERVER);

  private static final List<Pattern> HOSTS =
      List.of(
          Pattern.compile("(?i)((?:postgres|postgresql|jdbc:postgresql)://[^\\s']+)"),
          Pattern.compile("(?i)'[^']*\\b(host(?:addr)?\\s*=\\s*[^\\s']+)[^']*'"),
          Pattern.compile("(?i)\\bhost\\s+('[^']+')"));

  private static final WordSearch WORDS = WordSearch.ignoringCase("://", "host");

  @Override
  public void check(RuleView view) {
    if (!WORDS.anyIn(view.script().text())) {
      return;
    }
    for (var read : view.read()) {
      var command = read.statement().command();
      var literals = Literals.of(view.script(), read.statement(), WORDS);
      for (var host : literals.isEmpty() ? List.<Pattern>of() : HOSTS) {
        var place = literals.get().find(host);
        if (place.isPresent() && (connects(command) || host.equals(HOSTS.getFirst()))) {
          view.report(
              place.get(),
              "this names one host, but the migration runs in every environment",
              "set it in each environment: create the server or subscription outside of migrations, or keep the address in a service file on the server (service=...)");
          break;
        }
      }
    }
  }

  private static boolean connects(CommandTag command) {
    return command.kind().filter(CONNECTING::contains).isPresent() || command == CommandTag.SELECT;
  }
}
