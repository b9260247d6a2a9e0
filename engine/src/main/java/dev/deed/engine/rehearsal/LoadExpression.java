package dev.deed.engine.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An expression of pgbench over whole numbers: `random(1, 100000 * :scale)`.
sealed interface LoadExpression {

  long value(Map<String, Long> variables);

  record Constant(long number) implements LoadExpression {
    @Override
    public long value(Map<String, Long> variables) {
      return number;
    }
  }

  record Variable(String name) implements LoadExpression {
    @Override
    public long value(Map<String, Long> variables) {
      return variables.getOrDefault(name, 1L);
    }
  }

  record Operation(char operator, LoadExpression left, LoadExpression right)
      implements LoadExpression {
    @Override
    public long value(Map<String, Long> variables) {
      var first = left.value(variables);
      var second = right.value(variables);
      return switch (operator) {
        case '+' -> first + second;
        case '-' -> first - second;
        case '*' -> first * second;
        case '/' -> second == 0 ? 0 : first / second;
        default -> second == 0 ? 0 : first % second;
      };
    }
  }

  /// Other distributions than the even one are taken for it: the load needs rows, not statistics.
  record Function(String name, List<LoadExpression> arguments) implements LoadExpression {

    public Function {
      arguments = List.copyOf(arguments);
    }

    @Override
    public long value(Map<String, Long> variables) {
      var values = arguments.stream().map(argument -> argument.value(variables)).toList();
      return switch (name) {
        case "abs" -> Math.abs(values.getFirst());
        case "least" -> values.stream().min(Long::compare).orElse(0L);
        case "greatest" -> values.stream().max(Long::compare).orElse(0L);
        default -> random(values.get(0), values.get(1));
      };
    }

    private static long random(long from, long to) {
      return to <= from ? from : ThreadLocalRandom.current().nextLong(from, to + 1);
    }
  }

  /// @throws IllegalArgumentException with what was not understood
  static LoadExpression parse(String text) {
    var parser = new Parser(text);
    var all = parser.sum();
    if (!parser.isAtEnd()) {
      throw new IllegalArgumentException("this expression is not understood: " + text);
    }
    return all;
  }

  /// By recursive descent.
  final class Parser {

    private static final Pattern TOKEN =
        Pattern.compile("\\s*([0-9]{1,18}|:\\w+|[a-z_]+|[-+*/%(),])");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    Parser(String text) {
      this.text = text;
      Matcher token = TOKEN.matcher(text);
      var end = 0;
      while (token.lookingAt()) {
        tokens.add(token.group(1));
        end = token.end();
        token.region(end, text.length());
      }
      if (!text.substring(end).isBlank()) {
        throw new IllegalArgumentException("this expression is not understood: " + text);
      }
    }

    boolean isAtEnd() {
      return at == tokens.size();
    }

    LoadExpression sum() {
      var left = product();
      while (isNext("+") || isNext("-")) {
        var operator = tokens.get(at++).charAt(0);
        left = new Operation(operator, left, product());
      }
      return left;
    }

    private LoadExpression product() {
      var left = single();
      while (isNext("*") || isNext("/") || isNext("%")) {
        var operator = tokens.get(at++).charAt(0);
        left = new Operation(operator, left, single());
      }
      return left;
    }

    private LoadExpression single() {
      var token = next();
      if (token.equals("-")) {
        return new Operation('-', new Constant(0), single());
      }
      if (token.equals("(")) {
        var inner = sum();
        expect(")");
        return inner;
      }
      if (token.startsWith(":")) {
        return new Variable(token.substring(1));
      }
      if (Character.isDigit(token.charAt(0))) {
        return new Constant(Long.parseLong(token));
      }
      return function(token);
    }

    private LoadExpression function(String name) {
      expect("(");
      var arguments = new ArrayList<LoadExpression>();
      while (!isNext(")")) {
        arguments.add(sum());
        if (isNext(",")) {
          at++;
        }
      }
      expect(")");
      var least = name.startsWith("random") ? 2 : 1;
      if (!name.matches(
              "random|random_gaussian|random_exponential|random_zipfian|abs|least|greatest")
          || arguments.size() < least) {
        throw new IllegalArgumentException("deed does not know this function: " + text);
      }
      return new Function(name, arguments);
    }

    private boolean isNext(String token) {
      return at < tokens.size() && tokens.get(at).equals(token);
    }

    private String next() {
      if (isAtEnd()) {
        throw new IllegalArgumentException("this expression is not complete: " + text);
      }
      return tokens.get(at++);
    }

    private void expect(String token) {
      if (!next().equals(token)) {
        throw new IllegalArgumentException("this expression is not understood: " + text);
      }
    }
  }
}
