package dev.deed.ownership;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A connection URL as written in the ownership file, with `${NAME}` and `${NAME:-default}` in it.
/// Its text may contain a password and is never shown: `toString` returns its place only.
public final class UrlTemplate {

  public static final Pattern VARIABLE =
      Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\\}");

  private final String text;
  private final SourceFile file;
  private final Span span;

  public UrlTemplate(String text, SourceFile file, Span span) {
    this.text = text;
    this.file = file;
    this.span = span;
  }

  /// The URL, a secret.
  ///
  /// @param variables the environment; an empty value counts as not set, as in a shell's `:-`
  public String resolve(Map<String, String> variables) {
    var matcher = VARIABLE.matcher(text);
    var url = new StringBuilder();
    while (matcher.find()) {
      var name = matcher.group(1);
      var value = variables.getOrDefault(name, "");
      var fallback = matcher.group(2);
      if (value.isEmpty() && fallback == null) {
        throw new VariableNotSet(this, name);
      }
      matcher.appendReplacement(url, "");
      url.append(value.isEmpty() ? fallback : value);
    }
    return matcher.appendTail(url).toString();
  }

  /// The names of the variables that it needs, those with a default too.
  public List<String> variables() {
    return VARIABLE.matcher(text).results().map(variable -> variable.group(1)).distinct().toList();
  }

  public Span span() {
    return span;
  }

  @Override
  public String toString() {
    return "%s:%d:%d".formatted(file, span.line(), span.column());
  }

  /// A URL needs an environment variable that is not set.
  public static final class VariableNotSet extends UserException {
    @Serial private static final long serialVersionUID = 1L;

    private final String variable;

    VariableNotSet(UrlTemplate template, String name) {
      super(
          "%s: the environment variable %s is not set".formatted(template, name),
          "export %s=postgresql://user@host:5432/database".formatted(name));
      this.variable = name;
    }

    public String variable() {
      return variable;
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
