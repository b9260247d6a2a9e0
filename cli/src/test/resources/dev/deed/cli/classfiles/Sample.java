import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Every form of a switch over types and of a record's methods that the compiler leaves to the JVM, and what they answer.
public final class Sample {

  record Empty() {}

  record Numbers(boolean a, byte b, char c, short d, int e, long f, float g, double h) {}

  record Pair<A, B>(A first, B second) {}

  record Texts(String[] texts, List<String> list) {}

  record Own(String text) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Own own && own.text.equalsIgnoreCase(text);
    }

    @Override
    public int hashCode() {
      return text.toLowerCase(java.util.Locale.ROOT).hashCode();
    }
  }

  sealed interface Shape {
    record Circle(double radius) implements Shape {}

    record Square(Object side) implements Shape {}

    enum Small implements Shape {
      DOT,
      LINE
    }

    default String name() {
      return switch (this) {
        case Circle(var radius) when radius > 10 -> "large circle " + radius;
        case Circle(var radius) -> "circle " + radius;
        case Square(Integer side) when side < 0 -> "no square";
        case Square(Integer side) -> "square " + side;
        case Square(String side) -> "square of " + side;
        case Square(var side) -> "odd square " + side;
        case Small.DOT -> "dot";
        case Small small -> "small " + small;
      };
    }
  }

  enum Level {
    LOW,
    HIGH {
      @Override
      public String toString() {
        return "high";
      }
    },
    NONE
  }

  static String level(Level level) {
    return switch (level) {
      case LOW -> "low";
      case Level other when other == Level.HIGH -> "above";
      case null -> "null";
      case HIGH -> "never";
      case NONE -> "none";
    };
  }

  static String any(Object value) {
    return switch (value) {
      case null -> "null";
      case Integer number when number > 100 -> "large";
      case Integer _ -> "number";
      case CharSequence text when text.isEmpty() -> "empty";
      case String text -> "text " + text;
      case int[] numbers -> "numbers " + numbers.length;
      case Object[] objects -> "objects " + objects.length;
      case Level.LOW -> "low level";
      case Level level -> level(level);
      case Shape shape -> shape.name();
      case Enum<?> constant -> constant.name();
      case Iterable<?> many -> {
        Function<Object, String> each =
            one ->
                switch (one) {
                  case Long number -> "long " + number;
                  case Character character -> "char " + character;
                  default -> any(one);
                };
        var all = new ArrayList<String>();
        many.forEach(one -> all.add(each.apply(one)));
        yield all.toString();
      }
      default -> "other";
    };
  }

  static String text(CharSequence value) {
    return switch (value) {
      case String text when text.length() > 3 -> "long " + text;
      case String text -> "short " + text;
      case CharSequence other -> "other " + other.length();
    };
  }

  static String word(String value) {
    return switch (value) {
      case "one" -> "1";
      case String text when text.startsWith("t") -> "t";
      case "two" -> "never";
      case String _ -> "?";
    };
  }

  static List<Object> values() {
    var texts = new String[] {"a", "b"};
    return Arrays.asList(
        null, 1, 101, "", "text", new StringBuilder(), new StringBuilder("x"), new int[3], texts, Level.LOW, Level.HIGH,
        Level.NONE, 3.5, 'c', 7L, List.of(7L, 'c', "t", Level.HIGH), new Empty(), new Empty(),
        new Numbers(true, (byte) -1, 'x', (short) -300, Integer.MIN_VALUE, Long.MAX_VALUE, -0.0f, Double.NaN),
        new Numbers(true, (byte) -1, 'x', (short) -300, Integer.MIN_VALUE, Long.MAX_VALUE, -0.0f, 0.0 / 0.0),
        new Numbers(true, (byte) -1, 'x', (short) -300, Integer.MIN_VALUE, Long.MAX_VALUE, 0.0f, Double.NaN),
        new Numbers(true, (byte) -1, 'x', (short) -300, Integer.MIN_VALUE, Long.MIN_VALUE, -0.0f, Double.NaN),
        new Numbers(true, (byte) -1, 'x', (short) -300, Integer.MIN_VALUE, Long.MAX_VALUE, -0.0f, -0.0),
        new Numbers(true, (byte) -1, 'x', (short) -301, Integer.MIN_VALUE, Long.MAX_VALUE, -0.0f, Double.NaN),
        new Numbers(true, (byte) -1, 'y', (short) -300, Integer.MIN_VALUE, Long.MAX_VALUE, -0.0f, Double.NaN),
        new Numbers(true, (byte) 1, 'x', (short) -300, Integer.MIN_VALUE, Long.MAX_VALUE, -0.0f, Double.NaN),
        new Numbers(false, (byte) -1, 'x', (short) -300, Integer.MIN_VALUE, Long.MAX_VALUE, -0.0f, Double.NaN),
        new Numbers(true, (byte) -1, 'x', (short) -300, 0, Long.MAX_VALUE, -0.0f, Double.NaN),
        new Pair<>("a", null), new Pair<>("a", null), new Pair<>(null, "a"), new Pair<>(new Pair<>(1, 2), List.of()),
        new Pair<>(new Pair<>(1, 2), List.of()), new Texts(texts, List.of("a")), new Texts(texts, List.of("a")),
        new Texts(null, null), new Own("Abc"), new Own("aBC"), new Shape.Circle(1), new Shape.Circle(11),
        new Shape.Square(-1), new Shape.Square(2), new Shape.Square("two"), new Shape.Square(null),
        new Shape.Square(2L), Shape.Small.DOT, Shape.Small.LINE, Thread.State.NEW);
  }

  /// The same in every JVM, but for what depends on where an object is.
  public static List<String> answers() {
    var answers = new ArrayList<String>();
    var values = values();
    for (var value : values) {
      answers.add(any(value));
      answers.add(value instanceof CharSequence text ? text(text) : "");
      answers.add(value instanceof String text ? word(text) : "");
      answers.add(value instanceof Record && !(value instanceof Texts) ? value + " " + value.hashCode() : "");
      var equal = new StringBuilder();
      values.forEach(other -> equal.append(Objects.equals(value, other) ? '=' : '.'));
      answers.add(equal.toString());
    }
    List.of("one", "two", "three", "four").forEach(word -> answers.add(word(word)));
    answers.add(level(null));
    return answers;
  }
}
