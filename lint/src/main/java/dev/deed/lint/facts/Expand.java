package dev.deed.lint.facts;

import dev.deed.sql.QualifiedName;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The command that writes the migrations of a change step by step, with the user's own names.
public final class Expand {

  private static final Pattern PLAIN = Pattern.compile("[\\w.,:@%+=/-]+");

  private Expand() {}

  /// `deed expand rename-column public.users name full_name`
  ///
  /// @param table the resolved table
  /// @param arguments columns and the like, as the command line takes them
  public static String command(String operation, QualifiedName table, String... arguments) {
    return "deed expand %s %s"
        .formatted(
            operation,
            Stream.concat(Stream.of(table.quoted()), Stream.of(arguments))
                .map(Expand::quoted)
                .collect(Collectors.joining(" ")));
  }

  /// The beginning of an advice: the rest says how to do without the command.
  public static String first(String operation, QualifiedName table, String... arguments) {
    return "type `" + command(operation, table, arguments) + "`; or by hand: ";
  }

  /// As a shell takes it for one word.
  private static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
