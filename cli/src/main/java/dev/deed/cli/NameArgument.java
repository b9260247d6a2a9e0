package dev.deed.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/// A name without a schema, as it is; in double quotes as in SQL, too.
final class NameArgument implements ITypeConverter<String> {

  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")+)\"");

  @Override
  public String convert(String text) {
    return of(text);
  }

  static String of(String text) {
    var quoted = QUOTED.matcher(text);
    return quoted.matches() ? quoted.group(1).replace("\"\"", "\"") : text;
  }
}
