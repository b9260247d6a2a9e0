package dev.deed.sql.expression;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression.And;
import dev.deed.sql.expression.Expression.Argument;
import dev.deed.sql.expression.Expression.ArrayOf;
import dev.deed.sql.expression.Expression.AtTimeZone;
import dev.deed.sql.expression.Expression.Between;
import dev.deed.sql.expression.Expression.Binary;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.Expression.Case;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.expression.Expression.In;
import dev.deed.sql.expression.Expression.InQuery;
import dev.deed.sql.expression.Expression.Is;
import dev.deed.sql.expression.Expression.Like;
import dev.deed.sql.expression.Expression.Not;
import dev.deed.sql.expression.Expression.Or;
import dev.deed.sql.expression.Expression.Prefix;
import dev.deed.sql.expression.Expression.Quantified;
import dev.deed.sql.expression.Expression.QuantifiedQuery;
import dev.deed.sql.expression.Expression.Row;
import dev.deed.sql.expression.Expression.Special;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One spelling for expressions that PostgreSQL treats as equal: as a person writes them, and as
/// `pg_dump` prints them (`x IN ('a', 'b')` and `((x)::text = ANY (ARRAY['a'::text, 'b'::text]))`).
/// Suitable for comparison only: the SQL loses types.
public final class NormalForm {

  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  private static final Set<String> TRUE = Set.of("t", "true", "yes", "on", "1", "y");
  private static final Set<String> FALSE = Set.of("f", "false", "no", "off", "0", "n");

  /// They exist for `double precision`, and some of them for `numeric`, but for no whole numbers.
  private static final Set<String> OF_REALS =
      Set.of(
          "power",
          "pow",
          "sqrt",
          "cbrt",
          "exp",
          "ln",
          "log",
          "log10",
          "ceil",
          "ceiling",
          "floor",
          "round",
          "trunc",
          "sign",
          "radians",
          "degrees",
          "sin",
          "cos",
          "tan",
          "asin",
          "acos",
          "atan",
          "atan2",
          "percentile_cont",
          "percentile_disc",
          "make_interval",
          "to_timestamp");

  /// They exist for `text`, but not for `citext`, which has some of its own.
  private static final Set<String> OF_TEXT =
      Set.of(
          "lower",
          "upper",
          "initcap",
          "length",
          "char_length",
          "btrim",
          "ltrim",
          "rtrim",
          "trim",
          "left",
          "right",
          "substr",
          "substring",
          "md5",
          "reverse",
          "repeat",
          "lpad",
          "rpad");

  /// They exist for times, but not for a date.
  private static final Set<String> OF_TIMES = Set.of("date_trunc", "to_char", "age");

  /// They take `bytea` only.
  private static final Set<String> OF_BYTES =
      Set.of("sha224", "sha256", "sha384", "sha512", "crc32", "crc32c", "get_byte", "set_byte");

  private static final QualifiedName JOIN = QualifiedName.of("||");
  private static final QualifiedName POWER = QualifiedName.of("^");
  private static final QualifiedName REAL = QualifiedName.of("double precision");
  private static final QualifiedName EQUALS = QualifiedName.of("=");
  private static final QualifiedName DIFFERS = QualifiedName.of("<>");
  private static final QualifiedName SERIES = QualifiedName.of("generate_series");
  private static final TypeName ZONED = TypeName.of("timestamp with time zone");
  private static final TypeName BIT = TypeName.of("bit");
  private static final TypeName BYTEA = TypeName.of("bytea");
  private static final TypeName JSONPATH = TypeName.of("jsonpath");
  private static final TypeName JSONB = TypeName.of("jsonb");
  private static final TypeName INTERVAL = TypeName.of("interval");

  /// Operators that PostgreSQL finds for an operand without a type by that of the other.
  private static final Set<String> OF_ONE_TYPE =
      Set.of("=", "<>", "<", ">", "<=", ">=", "@>", "<@", "&&", "<<", ">>", "<<=", ">>=", "-|-");

  private final ExpressionTypes types;
  private final NumericOperation numbers;

  /// @param types returns the type of a column that an expression names, if known
  public NormalForm(Function<Column, @Nullable TypeName> types) {
    this.types = new ExpressionTypes(types);
    this.numbers = new NumericOperation(this.types::of);
  }

  /// The normal text of a condition, an index key or similar.
  public String text(Expression expression) {
    return ExpressionSql.of(of(expression));
  }

  /// The normal text of a value that is stored as `type`: a default.
  ///
  /// @return null for `NULL`, which equals no default
  public @Nullable String text(Expression expression, TypeName type) {
    var normal = valueOf(of(expression), type);
    return normal instanceof Constant c && c.kind() == ConstantKind.NULL
        ? null
        : ExpressionSql.of(normal);
  }

  /// The type of an expression without its length and precision, null if it is not known.
  public @Nullable TypeName typeOf(Expression expression) {
    return types.of(expression);
  }

  public Expression of(Expression expression) {
    var typed = ExpressionMap.apply(expression, this::step);
    // Which type a number has counts for the operator next to it only.
    return ExpressionMap.apply(
        typed,
        part ->
            part instanceof Cast number && NumericOperation.isCastNumber(number)
                ? number.value()
                : part);
  }

  private Expression step(Expression expression) {
    return switch (expression) {
      case Constant constant -> plain(constant);
      case Cast cast -> cast(cast);
      case Prefix prefix -> prefix(prefix);
      case Call call -> call(call);
      case Special special -> special(special);
      case Like like -> like(like);
      case Between between -> between(between);
      case Is(var operand, var test, var negated) when negated && isPrefixed(test) ->
          new Not(new Is(operand, test, false));
      case InQuery out when out.negated() ->
          new Not(new InQuery(out.operand(), out.query(), false));
      case QuantifiedQuery any when !any.all() && plain(any.operator()).equals(EQUALS) ->
          new InQuery(any.left(), any.query(), false);
      case In in -> in(in);
      case Quantified any ->
          new Quantified(any.left(), plain(any.operator()), any.all(), withoutCast(any.array()));
      case Binary binary -> binary(binary);
      case And and -> new And(flat(and.operands(), And.class));
      case Or or -> new Or(flat(or.operands(), Or.class));
      case Not(Constant(var kind, var value)) when kind == ConstantKind.BOOLEAN ->
          bool(!value.equals("true"));
      case AtTimeZone(var value, var zone) when zone != null ->
          call("timezone", List.of(zone, value));
      case Case cases -> cases(cases);
      default -> expression;
    };
  }

  /// Tests of which PostgreSQL prints the negation in front.
  private static boolean isPrefixed(String test) {
    return test.startsWith("json") || test.endsWith("normalized") || test.equals("document");
  }

  /// `1e3` is 1000, `.5` is 0.5, and `B'101'` and `X'a'` become the text of a type.
  private static Constant plain(Constant constant) {
    var value = constant.value();
    return switch (constant.kind()) {
      case NUMBER -> {
        var number = NumericOperation.decimal(value);
        yield new Constant(
            ConstantKind.NUMBER,
            (number.indexOf('e') > 0 || number.startsWith(".")) && isNumeral(number)
                ? new BigDecimal(number).toPlainString()
                : number);
      }
      case BITS -> new Constant(ConstantKind.STRING, LiteralText.of(value.replace("'", ""), BIT));
      case STRING, BOOLEAN, NULL -> constant;
    };
  }

  // Casts

  private Expression cast(Cast cast) {
    var type = cast.type();
    if (cast.value() instanceof Constant constant) {
      return constant(constant, type);
    }
    if (cast.value() instanceof Cast inner && inner.type().equals(type)) {
      return inner;
    }
    var own = types.of(cast.value());
    // A value of a domain is cast to the type under it.
    var isNothing = type.equals(own) && !(cast.value() instanceof Special);
    return isNothing || (ExpressionTypes.isText(type) && ExpressionTypes.isText(own))
        ? cast.value()
        : cast;
  }

  /// A constant under a cast. The meaning of a text constant follows from the other operand.
  private static Expression constant(Constant constant, TypeName type) {
    return switch (constant.kind()) {
      case NULL -> constant;
      case STRING ->
          isObjectName(type) ? new Cast(valueOf(constant, type), type) : valueOf(constant, type);
      case NUMBER ->
          NumericOperation.typeOf(constant).equals(type) ? constant : new Cast(constant, type);
      case BOOLEAN, BITS -> type.isBuiltIn("boolean") ? constant : new Cast(constant, type);
    };
  }

  private static boolean isObjectName(TypeName type) {
    return type.isBuiltIn("regclass") || type.isBuiltIn("interval");
  }

  /// `value` where a value of `type` is expected.
  private static Expression valueOf(Expression value, TypeName type) {
    if (value instanceof Cast cast && sameBase(cast.type(), type)) {
      return valueOf(cast.value(), type);
    }
    if (!(value instanceof Constant constant)) {
      return value;
    }
    if (constant.kind() == ConstantKind.NUMBER && isFloat(type)) {
      return new Constant(ConstantKind.NUMBER, LiteralText.of(constant.value(), type));
    }
    if (constant.kind() != ConstantKind.STRING) {
      return value;
    }
    var word = constant.value().strip().toLowerCase(Locale.ROOT);
    if (type.isBuiltIn("boolean") && (TRUE.contains(word) || FALSE.contains(word))) {
      return bool(TRUE.contains(word));
    }
    var text = LiteralText.of(constant.value(), type);
    return isNumber(type) && isNumeral(word)
        ? new Constant(ConstantKind.NUMBER, isFloat(type) ? text : word)
        : new Constant(ConstantKind.STRING, text);
  }

  private static boolean isFloat(TypeName type) {
    return type.isBuiltIn("real") || type.isBuiltIn("double precision");
  }

  private static boolean isNumeral(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> "0123456789.-+e".indexOf(c) >= 0);
  }

  private static boolean sameBase(TypeName left, TypeName right) {
    return left.name().equals(right.name()) && left.arrayDimensions() == right.arrayDimensions();
  }

  private static boolean isNumber(TypeName type) {
    return type.arrayDimensions() == 0
        && type.name().schema() == null
        && NUMBERS.contains(type.name().name());
  }

  /// A list of constants has its type on each of them or on the whole.
  private static Expression withoutCast(Expression array) {
    return array instanceof Cast(var inner, var type)
            && type.arrayDimensions() > 0
            && (inner instanceof ArrayOf || inner instanceof Constant)
        ? inner
        : array;
  }

  // Operators

  private static Expression prefix(Prefix prefix) {
    var name = plain(prefix.operator()).name();
    if (prefix.operand() instanceof Constant number && number.kind() == ConstantKind.NUMBER) {
      if (name.equals("-") && !number.value().startsWith("-")) {
        return new Constant(ConstantKind.NUMBER, "-" + number.value());
      }
      if (name.equals("+")) {
        return number;
      }
    }
    return new Prefix(plain(prefix.operator()), prefix.operand());
  }

  /// Rows are the same if all of their fields are, and differ if one of them does.
  private Expression fieldByField(
      QualifiedName operator, List<Expression> left, List<Expression> right) {
    var pairs = new ArrayList<Expression>();
    for (var i = 0; i < left.size(); i++) {
      pairs.add(binary(new Binary(operator, left.get(i), right.get(i))));
    }
    return operator.equals(EQUALS) ? new And(pairs) : new Or(pairs);
  }

  private Expression binary(Binary binary) {
    var operator = plain(binary.operator());
    if ((operator.equals(EQUALS) || operator.equals(DIFFERS))
        && binary.left() instanceof Row(var fields)
        && binary.right() instanceof Row(var others)
        && fields.size() == others.size()
        && fields.size() > 1) {
      return fieldByField(operator, fields, others);
    }
    if (operator.equals(JOIN)) {
      return new Binary(operator, plainText(binary.left()), plainText(binary.right()));
    }
    if (operator.equals(POWER)) {
      return new Binary(operator, real(binary.left()), real(binary.right()));
    }
    var left = operand(binary.left(), operator, binary.right());
    var right = operand(binary.right(), operator, binary.left());
    return numbers.normal(new Binary(operator, left, right));
  }

  /// Next to a value of a known type, a constant takes that type: `big > 0`, `ok = 't'`. What is
  /// added to a time is an interval.
  private Expression operand(Expression operand, QualifiedName operator, Expression other) {
    var type = types.of(other);
    if (type == null) {
      return operand;
    }
    if (operator.name().equals("+") && type.name().name().startsWith("timestamp")) {
      return isString(operand) ? constant((Constant) operand, INTERVAL) : operand;
    }
    var isConstant =
        operand instanceof Constant || (operand instanceof Cast(var v, var _) && isString(v));
    var decides =
        OF_ONE_TYPE.contains(operator.name()) || isNumber(type) || type.isBuiltIn("boolean");
    return isConstant && decides ? valueOf(operand, type) : operand;
  }

  private static boolean isString(Expression expression) {
    return expression instanceof Constant constant && constant.kind() == ConstantKind.STRING;
  }

  /// Without `pg_catalog`, and with `!=` as PostgreSQL stores it.
  private static QualifiedName plain(QualifiedName name) {
    var known = "pg_catalog".equals(name.schema()) ? QualifiedName.of(name.name()) : name;
    return known.schema() == null && known.name().equals("!=") ? QualifiedName.of("<>") : known;
  }

  private static Expression like(Like like) {
    var pattern = like.pattern();
    if (like.operator().equals("similar to")) {
      var arguments = like.escape() == null ? List.of(pattern) : List.of(pattern, like.escape());
      var match = call("similar_to_escape", arguments);
      return operation(like.negated() ? "!~" : "~", like.operand(), match);
    }
    var right =
        like.escape() == null ? pattern : call("like_escape", List.of(pattern, like.escape()));
    var operator = like.operator().equals("ilike") ? "~~*" : "~~";
    return operation(like.negated() ? "!" + operator : operator, like.operand(), right);
  }

  private Expression between(Between between) {
    var value = between.operand();
    if (between.symmetric()) {
      var there = new Between(value, between.low(), between.high(), false, between.negated());
      var back = new Between(value, between.high(), between.low(), false, between.negated());
      var both = List.of(between(there), between(back));
      return between.negated() ? new And(flat(both, And.class)) : new Or(flat(both, Or.class));
    }
    return between.negated()
        ? new Or(
            List.of(
                binary(operation("<", value, between.low())),
                binary(operation(">", value, between.high()))))
        : new And(
            List.of(
                binary(operation(">=", value, between.low())),
                binary(operation("<=", value, between.high()))));
  }

  private Expression in(In in) {
    var operator = in.negated() ? "<>" : "=";
    if (in.operand() instanceof Row && in.values().stream().allMatch(v -> v instanceof Row)) {
      var rows =
          in.values().stream().map(v -> binary(operation(operator, in.operand(), v))).toList();
      return rows.size() == 1
          ? rows.getFirst()
          : in.negated() ? new And(flat(rows, And.class)) : new Or(flat(rows, Or.class));
    }
    var values =
        in.values().stream()
            .map(v -> operand(v, QualifiedName.of(operator), in.operand()))
            .toList();
    if (values.size() == 1) {
      return operation(operator, in.operand(), values.getFirst());
    }
    return new Quantified(
        in.operand(), QualifiedName.of(operator), in.negated(), new ArrayOf(values));
  }

  private static Binary operation(String operator, Expression left, Expression right) {
    return new Binary(QualifiedName.of(operator), left, right);
  }

  private static List<Expression> flat(
      List<Expression> operands, Class<? extends Expression> same) {
    var flat = new ArrayList<Expression>();
    for (var operand : operands) {
      switch (operand) {
        case And and when same == And.class -> flat.addAll(and.operands());
        case Or or when same == Or.class -> flat.addAll(or.operands());
        default -> flat.add(operand);
      }
    }
    return flat;
  }

  // Calls

  private Expression call(Call call) {
    var function = plain(call.function());
    if (function.schema() == null && call.arguments().isEmpty() && isNow(function.name())) {
      return call("now", List.of());
    }
    if (function.equals(SERIES) && call.arguments().size() == 3) {
      return series(call);
    }
    var isReal = function.schema() == null && OF_REALS.contains(function.name());
    var isOfText = function.schema() == null && OF_TEXT.contains(function.name());
    var isTime = function.schema() == null && OF_TIMES.contains(function.name());
    var arguments = withoutArray(call.arguments());
    if (function.schema() == null && function.name().startsWith("jsonb_")) {
      arguments = typed(arguments, 0, JSONB);
    }
    if (function.schema() == null && function.name().startsWith("jsonb_path_")) {
      arguments = typed(arguments, 1, JSONPATH);
    }
    if (function.schema() == null && OF_BYTES.contains(function.name())) {
      arguments = typed(arguments, 0, BYTEA);
    }
    return new Call(
        function,
        arguments.stream()
            .map(a -> {
              var value =
                  isReal
                      ? real(a.value())
                      : isTime ? time(a.value()) : isOfText ? plainText(a.value()) : a.value();
              return new Argument(a.name(), value, a.variadic());
            })
            .toList(),
        call.star(),
        call.trailer(),
        isReal ? call.inTrailer().stream().map(this::real).toList() : call.inTrailer());
  }

  /// Of dates and strings, PostgreSQL makes times with a zone; what is added to them is an
  /// interval.
  private Expression series(Call call) {
    var values = call.arguments().stream().map(Argument::value).toList();
    var step = values.getLast();
    var isOfTimes =
        isString(step) || (step instanceof Cast(var _, var type) && type.equals(INTERVAL));
    if (!isOfTimes) {
      return call;
    }
    return call(
        SERIES.name(),
        List.of(
            moment(values.getFirst()),
            moment(values.get(1)),
            isString(step) ? constant((Constant) step, INTERVAL) : step));
  }

  private Expression moment(Expression value) {
    return value instanceof Constant(var kind, var text)
            && kind == ConstantKind.STRING
            && text.matches("\\d{4}-\\d\\d?-\\d\\d?")
        ? valueOf(value, ZONED)
        : time(value);
  }

  /// A text among the arguments is a value of the type that the function takes there.
  private static List<Argument> typed(List<Argument> arguments, int place, TypeName type) {
    if (arguments.size() <= place || !isString(arguments.get(place).value())) {
      return arguments;
    }
    var typed = new ArrayList<>(arguments);
    typed.set(place, new Argument(null, valueOf(arguments.get(place).value(), type), false));
    return typed;
  }

  /// `f(a, VARIADIC ARRAY[b, c])` is `f(a, b, c)`.
  private static List<Argument> withoutArray(List<Argument> arguments) {
    if (arguments.isEmpty()
        || !arguments.getLast().variadic()
        || !(withoutCast(arguments.getLast().value()) instanceof ArrayOf(var elements))
        || elements.isEmpty()) {
      return arguments;
    }
    var all = new ArrayList<>(arguments.subList(0, arguments.size() - 1));
    elements.forEach(e -> all.add(new Argument(null, e, false)));
    return all;
  }

  /// A date is cast to what the function takes.
  private Expression time(Expression value) {
    return value instanceof Cast(var inner, var type)
            && type.isBuiltIn("timestamp with time zone")
            && isDate(inner)
        ? inner
        : value;
  }

  private boolean isDate(Expression value) {
    var type = types.of(value);
    return (type != null && type.isBuiltIn("date"))
        || (value instanceof Special special && special.word().equals("current_date"));
  }

  /// A text that ignores case is cast to what the function or the operator takes.
  private Expression plainText(Expression value) {
    if (value instanceof Cast(var inner, var type) && type.isBuiltIn("text")) {
      var own = types.of(inner);
      return own != null && own.name().name().equals("citext") && own.arrayDimensions() == 0
          ? inner
          : value;
    }
    return value;
  }

  /// A whole number is cast to what the function takes.
  private Expression real(Expression value) {
    if (value instanceof Cast(var inner, var type) && type.name().equals(REAL)) {
      return type.arrayDimensions() > 0 ? withoutCast(value) : numbers.real(inner) ? inner : value;
    }
    return value;
  }

  private static boolean isNow(String function) {
    return function.equals("now") || function.equals("transaction_timestamp");
  }

  private static Expression special(Special special) {
    var text = special.canonical();
    return switch (special.word()) {
      case "current_timestamp" -> text.equals(special.word()) ? call("now", List.of()) : special;
      case "position", "overlay" -> call(special.word(), special.arguments());
      case "substring" -> call(substring(text), special.arguments());
      case "trim" -> call(trim(text), special.arguments());
      case "extract" -> call("extract " + field(text), special.arguments());
      default -> special;
    };
  }

  /// `substring(x for 3)` starts at 1, and `substring(x similar p escape e)` is a different
  /// function.
  private static String substring(String text) {
    if (text.contains(" similar ")) {
      return "substring similar";
    }
    return text.contains(" for ") && !text.contains(" from ") ? "substring for" : "substring";
  }

  private static String trim(String text) {
    if (text.startsWith("trim(leading")) {
      return "ltrim";
    }
    return text.startsWith("trim(trailing") ? "rtrim" : "trim";
  }

  private static String field(String text) {
    var end = text.indexOf(" from ");
    var start = text.indexOf('(') + 1;
    return end < start ? text : text.substring(start, end).replace("'", "").replace("\"", "");
  }

  private static Expression call(String function, List<Expression> arguments) {
    var list = arguments.stream().map(a -> new Expression.Argument(null, a, false)).toList();
    return new Call(QualifiedName.of(function), list, false, "");
  }

  private static Expression cases(Case cases) {
    return cases.otherwise() instanceof Constant c && c.kind() == ConstantKind.NULL
        ? new Case(cases.operand(), cases.branches(), null)
        : cases;
  }

  private static Constant bool(boolean value) {
    return new Constant(ConstantKind.BOOLEAN, Boolean.toString(value));
  }
}
