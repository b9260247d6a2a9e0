package dev.deed.lint.rule.index;

import dev.deed.lint.facts.VectorIndexes;
import dev.deed.sql.Nearest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parameters of pgvector's indexes, and which values they take.
final class VectorParameters {

  /// @param message what PostgreSQL refuses
  record Refusal(String message, String advice) {}

  /// A parameter and its bounds.
  private record Parameter(String name, long least, long most, long otherwise) {}

  private static final Parameter M = new Parameter("m", 2, 100, 16);
  private static final Parameter CONSTRUCTION = new Parameter("ef_construction", 4, 1000, 64);
  private static final Parameter LISTS = new Parameter("lists", 1, 32_768, 100);

  /// Set for a session, and often written into an index by mistake.
  private static final Map<String, String> OF_SESSIONS =
      Map.of("ef_search", "hnsw.ef_search", "probes", "ivfflat.probes");

  private VectorParameters() {}

  /// What an index with these parameters is refused for when it is built.
  static Optional<Refusal> built(String method, Map<String, String> options) {
    return set(method, options).or(() -> relation(method, options));
  }

  /// What `SET` is refused for: how parameters go together is looked at by the next build.
  static Optional<Refusal> set(String method, Map<String, String> options) {
    return options.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(option -> wrong(method, option.getKey(), option.getValue()).stream())
        .findFirst();
  }

  private static List<Parameter> of(String method) {
    return method.equals(VectorIndexes.IVFFLAT) ? List.of(LISTS) : List.of(M, CONSTRUCTION);
  }

  private static Optional<Refusal> wrong(String method, String name, String value) {
    var parameter = of(method).stream().filter(p -> p.name().equals(name)).findFirst();
    return parameter.isEmpty()
        ? Optional.of(
            new Refusal("%s has no parameter %s".formatted(method, name), hint(method, name)))
        : outside(parameter.get(), value);
  }

  private static String hint(String method, String name) {
    var session = OF_SESSIONS.get(name);
    var names = of(method).stream().map(Parameter::name).toList();
    return session == null
        ? Nearest.of(name, names)
            .map("did you mean %s?"::formatted)
            .orElse(
                method.equals(VectorIndexes.HNSW)
                    ? "WITH (m = 16, ef_construction = 64)"
                    : "WITH (lists = 100)")
        : "leave it out, and set it where the queries run: SET %s = ...".formatted(session);
  }

  private static Optional<Refusal> outside(Parameter parameter, String text) {
    var value = value(text);
    var isWithin =
        value != null
            && value.compareTo(BigDecimal.valueOf(parameter.least())) >= 0
            && value.compareTo(BigDecimal.valueOf(parameter.most())) <= 0;
    return isWithin || isUnclear(text)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "%s is %s, outside of %d to %d"
                    .formatted(parameter.name(), text, parameter.least(), parameter.most()),
                "WITH (%s = %d), and measure from there"
                    .formatted(parameter.name(), parameter.otherwise())));
  }

  private static Optional<Refusal> relation(String method, Map<String, String> options) {
    if (!method.equals(VectorIndexes.HNSW)) {
      return Optional.empty();
    }
    var m = number(options, M);
    var construction = number(options, CONSTRUCTION);
    return m != null && construction != null && construction < 2 * m
        ? Optional.of(
            new Refusal(
                "ef_construction (%d) is less than twice m (%d)".formatted(construction, m),
                "WITH (m = %d, ef_construction = %d)".formatted(m, Math.max(64, 4 * m))))
        : Optional.empty();
  }

  private static @Nullable Long number(Map<String, String> options, Parameter parameter) {
    var text = options.get(parameter.name());
    if (text == null) {
      return parameter.otherwise();
    }
    return VectorIndexes.number(text.replace("'", "").strip()).orElse(null);
  }

  /// Null where the text is not a decimal number.
  private static @Nullable BigDecimal value(String text) {
    var plain = text.replace("'", "").replace(" ", "");
    return plain.matches("[-+]?[0-9]{1,15}(\\.[0-9]*)?") ? new BigDecimal(plain) : null;
  }

  /// Numbers that are written in another way, as `1e1` and `0x10`, and variables.
  private static boolean isUnclear(String text) {
    return value(text) == null && !text.replace("'", "").strip().matches("[A-Za-z]*");
  }
}
