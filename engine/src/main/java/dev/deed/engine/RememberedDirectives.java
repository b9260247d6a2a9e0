package dev.deed.engine;

import dev.deed.sql.Span;
import dev.deed.sql.script.Directive;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is remembered of the directives in a file, so that the files of changeovers that are open
/// need not be opened with each run.
///
/// @param names of those that may be in the file, in either part of it
/// @param backfills how often the part that is applied mentions a backfill
/// @param only the arguments of `changeover` and `contract`, where the part that is applied has
///   exactly one directive of that name, before its first statement
record RememberedDirectives(List<String> names, int backfills, Map<String, String> only) {

  private static final List<String> OF_PARTS = List.of(ChangeoverPart.NAME, ContractOrder.NAME);
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,6}");
  private static final String SEPARATOR = "\t";
  private static final String KNOWN = "=";
  private static final String UNKNOWN = "?";

  /// A line that was cut off does not have it.
  private static final String END = ".";

  RememberedDirectives {
    names = List.copyOf(names);
    only = Map.copyOf(only);
  }

  static RememberedDirectives of(String whole, String up) {
    if (!Section.addressesDeed(whole)) {
      return new RememberedDirectives(List.of(), 0, Map.of());
    }
    var names =
        Directives.NAMES.stream().filter(name -> LeadingDirectives.mayHave(whole, name)).toList();
    var only = new LinkedHashMap<String, String>();
    for (var name : OF_PARTS) {
      var leading = LeadingDirectives.of(up, name).orElse(List.of());
      if (leading.size() == 1 && !leading.getFirst().arguments().contains(SEPARATOR)) {
        only.put(name, leading.getFirst().arguments());
      }
    }
    return new RememberedDirectives(names, Section.mentionedBackfills(up), only);
  }

  /// True if it is known that the file has no such directive.
  boolean isWithout(String directive) {
    return Directives.NAMES.contains(directive) && !names.contains(directive);
  }

  /// In the part that is applied. Empty if only the file can say.
  Optional<List<Directive>> found(String name) {
    return Optional.ofNullable(only.get(name))
        .map(arguments -> List.of(new Directive(name, arguments, Span.NONE, 0)));
  }

  String text() {
    var text = new StringBuilder(String.join(",", names)).append(SEPARATOR).append(backfills);
    for (var name : OF_PARTS) {
      var arguments = only.get(name);
      text.append(SEPARATOR).append(arguments == null ? UNKNOWN : KNOWN + arguments);
    }
    return text.append(SEPARATOR).append(END).toString();
  }

  /// Empty if the text was not written by this class.
  static Optional<RememberedDirectives> of(String text) {
    var fields = text.split(SEPARATOR, -1);
    var isWhole =
        fields.length == OF_PARTS.size() + 3
            && fields[fields.length - 1].equals(END)
            && COUNT.matcher(fields[1]).matches();
    if (!isWhole) {
      return Optional.empty();
    }
    var only = new LinkedHashMap<String, String>();
    for (var i = 0; i < OF_PARTS.size(); i++) {
      var field = fields[i + 2];
      if (field.startsWith(KNOWN)) {
        only.put(OF_PARTS.get(i), field.substring(KNOWN.length()));
      }
    }
    var names = fields[0].isEmpty() ? List.<String>of() : Arrays.asList(fields[0].split(","));
    return Optional.of(new RememberedDirectives(names, Integer.parseInt(fields[1]), only));
  }
}
