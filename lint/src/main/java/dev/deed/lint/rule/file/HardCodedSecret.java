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

/// Finds passwords, keys and tokens in the text of a migration.
final class HardCodedSecret implements ScriptCheck {

  private static final Set<ObjectKind> CONNECTING =
      EnumSet.of(ObjectKind.SUBSCRIPTION, ObjectKind.SERVER, ObjectKind.USER_MAPPING);

  private static final WordSearch WORDS =
      WordSearch.ignoringCase(
          "assword", "://", "AKIA", "IVATE KEY", "sk_live_", "ghp_", "xoxb-", "xoxp-");

  private static final List<Pattern> SECRETS =
      List.of(
          // CREATE ROLE r PASSWORD 'x', OPTIONS (password 'x')
          Pattern.compile("(?i)\\bpassword\\s+[eE]?('(?:[^']|'')++')"),
          // 'host=h password=x'
          Pattern.compile("(?i)\\b(password\\s*=\\s*[^\\s'\"$&][^\\s'&]*)(?=[^']*')"),
          // postgresql://user:x@host
          Pattern.compile("('?\\b[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s:/@']+:[^\\s@/'$]+@)"),
          Pattern.compile("\\b(AKIA[0-9A-Z]{16})\\b"),
          Pattern.compile("(-----BEGIN [A-Z ]*PRIVATE KEY-----)"),
          Pattern.compile("\\b((?:sk_live_|ghp_|xox[bp]-)[A-Za-z0-9-]{16,})"));

  @Override
  public void check(RuleView view) {
    if (!WORDS.anyIn(view.script().text())) {
      return;
    }
    for (var read : view.read()) {
      var literals = Literals.of(view.script(), read.statement(), WORDS);
      for (var secret : literals.isEmpty() ? List.<Pattern>of() : SECRETS) {
        var place = literals.get().find(secret);
        if (place.isPresent() && isOfConnection(read.statement().command(), secret)) {
          view.report(
              place.get(),
              "the text contains a password or key, which can be read in the repository, the history table and the server's log",
              "change the secret where it is used, and set it outside of migrations: with \\password in psql, in a password file or from a secret store");
          break;
        }
      }
    }
  }

  /// Whether `password = x` is part of a connection string; in a function or a query, `password =
  /// $1` compares a column.
  private static boolean isOfConnection(CommandTag command, Pattern secret) {
    return !secret.equals(SECRETS.get(1))
        || command.kind().filter(CONNECTING::contains).isPresent()
        || command == CommandTag.SELECT
        || command == CommandTag.DO;
  }
}
