package dev.deed.lint.rule.failure;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.SequenceEffect.AltersSequence;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.SequenceOptions;
import dev.deed.sql.schema.Relation.Sequence;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers of sequences that exclude each other, and sequences of columns.
final class Sequences implements Refusals {

  private static final Pattern NUMBER = Pattern.compile("([-+]?) ?(\\d{1,40})");

  private static final Set<String> NUMBERS =
      Set.of("increment", "minvalue", "maxvalue", "start", "cache");

  private static final Map<String, BigInteger> LARGEST =
      Map.of(
          "smallint", BigInteger.valueOf(Short.MAX_VALUE),
          "integer", BigInteger.valueOf(Integer.MAX_VALUE),
          "bigint", BigInteger.valueOf(Long.MAX_VALUE));

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(CreatesSequence.class, AltersSequence.class, MovesToSchema.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesSequence e -> created(e.options(), e.span());
      case AltersSequence e -> altered(e, known);
      case MovesToSchema e when e.object().kind() == ObjectKind.SEQUENCE && !e.ifExists() ->
          moved(e, known);
      default -> Optional.empty();
    };
  }

  private static Optional<Refusal> created(SequenceOptions options, Span span) {
    var type = options.values().getOrDefault("as", "bigint");
    var largest = LARGEST.get(type);
    if (largest == null) {
      return type.matches("text|numeric|uuid|real|double precision|boolean|character varying")
          ? Refusal.of(
              span, "a sequence is smallint, integer or bigint, not " + type, "write AS bigint")
          : Optional.empty();
    }
    if (options.values().keySet().stream().anyMatch(o -> isUnclear(options, o))) {
      return Optional.empty();
    }
    var increment = number(options, "increment");
    if (increment != null && increment.signum() == 0) {
      return Refusal.of(span, "INCREMENT is zero", "write another increment");
    }
    var falls = increment != null && increment.signum() < 0;
    var least = falls ? largest.negate().subtract(BigInteger.ONE) : BigInteger.ONE;
    var minimum = or(number(options, "minvalue"), least);
    var maximum = or(number(options, "maxvalue"), falls ? BigInteger.ONE.negate() : largest);
    var start = number(options, "start");
    var cache = number(options, "cache");
    if (maximum.compareTo(largest) > 0) {
      return Refusal.of(
          span, "MAXVALUE %s is too large for %s".formatted(maximum, type), "write AS bigint");
    }
    if (minimum.compareTo(maximum) >= 0) {
      return Refusal.of(
          span,
          "MINVALUE %s is not less than MAXVALUE %s".formatted(minimum, maximum),
          "change one of the two");
    }
    if (start != null && (start.compareTo(minimum) < 0 || start.compareTo(maximum) > 0)) {
      return outside("START", start, minimum, maximum, span);
    }
    return cache != null && cache.signum() <= 0
        ? Refusal.of(span, "CACHE is not greater than zero", "write CACHE 1")
        : Optional.empty();
  }

  private static Optional<Refusal> outside(
      String word, BigInteger value, BigInteger minimum, BigInteger maximum, Span span) {
    return Refusal.of(
        span,
        "%s %s is not between %s and %s".formatted(word, value, minimum, maximum),
        "change it, or MINVALUE and MAXVALUE");
  }

  private static Optional<Refusal> altered(AltersSequence effect, Known known) {
    var sequence = known.relation(effect.sequence()).flatMap(n -> known.certain(n, Sequence.class));
    if (sequence.isEmpty()) {
      return Optional.empty();
    }
    var options = effect.options();
    var restart = number(options, "restart");
    var keepsRange =
        !options.values().containsKey("minvalue")
            && !options.values().containsKey("maxvalue")
            && !options.values().containsKey("as")
            && !options.values().containsKey("increment");
    var minimum = BigInteger.valueOf(sequence.get().range().minimum());
    var maximum = BigInteger.valueOf(sequence.get().range().maximum());
    if (restart != null
        && keepsRange
        && (restart.compareTo(minimum) < 0 || restart.compareTo(maximum) > 0)) {
      return outside("RESTART", restart, minimum, maximum, effect.span());
    }
    return sequence.get().identity() && options.ownedByColumn() != null
        ? Refusal.of(
            effect.span(),
            "%s is the sequence of an identity column, which owns it"
                .formatted(sequence.get().qualifiedName().dotted()),
            "drop the identity first: ALTER COLUMN ... DROP IDENTITY",
            sequence.get().name())
        : Optional.empty();
  }

  private static Optional<Refusal> moved(MovesToSchema effect, Known known) {
    return known
        .relation(effect.object().name())
        .flatMap(n -> known.certain(n, Sequence.class))
        .flatMap(s -> owned(effect, s));
  }

  private static Optional<Refusal> owned(MovesToSchema effect, Sequence sequence) {
    var column = sequence.ownedBy();
    return column == null
        ? Optional.empty()
        : Refusal.of(
            effect.span(),
            "%s belongs to the column %s, and moves only with its table"
                .formatted(sequence.qualifiedName().dotted(), column.text()),
            "move the table, or write OWNED BY NONE first",
            sequence.name());
  }

  private static boolean isUnclear(SequenceOptions options, String name) {
    return NUMBERS.contains(name)
        && !options.values().getOrDefault(name, "").equals("no")
        && number(options, name) == null;
  }

  private static BigInteger or(@Nullable BigInteger value, BigInteger otherwise) {
    return value == null ? otherwise : value;
  }

  private static @Nullable BigInteger number(SequenceOptions options, String name) {
    var matcher = NUMBER.matcher(options.values().getOrDefault(name, "").strip());
    return matcher.matches()
        ? new BigInteger((matcher.group(1).equals("-") ? "-" : "") + matcher.group(2))
        : null;
  }
}
