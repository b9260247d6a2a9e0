package dev.deed.sql.script;

import dev.deed.sql.effect.ObjectKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's command tags: which kind of statement it is.
public enum CommandTag {
  ALTER_AGGREGATE(Verb.ALTER, ObjectKind.AGGREGATE, Expressions.EVALUATES),
  ALTER_COLLATION(Verb.ALTER, ObjectKind.COLLATION, Expressions.EVALUATES),
  ALTER_CONVERSION(Verb.ALTER, ObjectKind.CONVERSION, Expressions.EVALUATES),
  ALTER_DATABASE(Verb.ALTER, ObjectKind.DATABASE, Expressions.EVALUATES),
  ALTER_DEFAULT_PRIVILEGES(Verb.ALTER, ObjectKind.DEFAULT_PRIVILEGES, Expressions.EVALUATES),
  ALTER_DOMAIN(Verb.ALTER, ObjectKind.DOMAIN, Expressions.KEEPS),
  ALTER_EVENT_TRIGGER(Verb.ALTER, ObjectKind.EVENT_TRIGGER, Expressions.EVALUATES),
  ALTER_EXTENSION(Verb.ALTER, ObjectKind.EXTENSION, Expressions.EVALUATES),
  ALTER_FOREIGN_DATA_WRAPPER(Verb.ALTER, ObjectKind.FOREIGN_DATA_WRAPPER, Expressions.EVALUATES),
  ALTER_FOREIGN_TABLE(Verb.ALTER, ObjectKind.FOREIGN_TABLE, Expressions.EVALUATES),
  ALTER_FUNCTION(Verb.ALTER, ObjectKind.FUNCTION, Expressions.EVALUATES),
  ALTER_INDEX(Verb.ALTER, ObjectKind.INDEX, Expressions.EVALUATES),
  ALTER_LANGUAGE(Verb.ALTER, ObjectKind.LANGUAGE, Expressions.EVALUATES),
  ALTER_LARGE_OBJECT(Verb.ALTER, ObjectKind.LARGE_OBJECT, Expressions.EVALUATES),
  ALTER_MATERIALIZED_VIEW(Verb.ALTER, ObjectKind.MATERIALIZED_VIEW, Expressions.EVALUATES),
  ALTER_OPERATOR(Verb.ALTER, ObjectKind.OPERATOR, Expressions.EVALUATES),
  ALTER_OPERATOR_CLASS(Verb.ALTER, ObjectKind.OPERATOR_CLASS, Expressions.EVALUATES),
  ALTER_OPERATOR_FAMILY(Verb.ALTER, ObjectKind.OPERATOR_FAMILY, Expressions.EVALUATES),
  ALTER_POLICY(Verb.ALTER, ObjectKind.POLICY, Expressions.KEEPS),
  ALTER_PROCEDURE(Verb.ALTER, ObjectKind.PROCEDURE, Expressions.EVALUATES),
  ALTER_PROPERTY_GRAPH(Verb.ALTER, ObjectKind.PROPERTY_GRAPH, Expressions.EVALUATES),
  ALTER_PUBLICATION(Verb.ALTER, ObjectKind.PUBLICATION, Expressions.KEEPS),
  ALTER_ROLE(Verb.ALTER, ObjectKind.ROLE, Expressions.EVALUATES),
  ALTER_ROUTINE(Verb.ALTER, ObjectKind.ROUTINE, Expressions.EVALUATES),
  ALTER_RULE(Verb.ALTER, ObjectKind.RULE, Expressions.EVALUATES),
  ALTER_SCHEMA(Verb.ALTER, ObjectKind.SCHEMA, Expressions.EVALUATES),
  ALTER_SEQUENCE(Verb.ALTER, ObjectKind.SEQUENCE, Expressions.EVALUATES),
  ALTER_SERVER(Verb.ALTER, ObjectKind.SERVER, Expressions.EVALUATES),
  ALTER_STATISTICS(Verb.ALTER, ObjectKind.STATISTICS, Expressions.EVALUATES),
  ALTER_SUBSCRIPTION(Verb.ALTER, ObjectKind.SUBSCRIPTION, Expressions.EVALUATES),
  ALTER_SYSTEM(Verb.ALTER, Expressions.EVALUATES),
  ALTER_TABLE(Verb.ALTER, ObjectKind.TABLE, Expressions.EVALUATES),
  ALTER_TABLESPACE(Verb.ALTER, ObjectKind.TABLESPACE, Expressions.EVALUATES),
  ALTER_TEXT_SEARCH_CONFIGURATION(
      Verb.ALTER, ObjectKind.TEXT_SEARCH_CONFIGURATION, Expressions.EVALUATES),
  ALTER_TEXT_SEARCH_DICTIONARY(
      Verb.ALTER, ObjectKind.TEXT_SEARCH_DICTIONARY, Expressions.EVALUATES),
  ALTER_TEXT_SEARCH_PARSER(Verb.ALTER, ObjectKind.TEXT_SEARCH_PARSER, Expressions.EVALUATES),
  ALTER_TEXT_SEARCH_TEMPLATE(Verb.ALTER, ObjectKind.TEXT_SEARCH_TEMPLATE, Expressions.EVALUATES),
  ALTER_TRIGGER(Verb.ALTER, ObjectKind.TRIGGER, Expressions.EVALUATES),
  ALTER_TYPE(Verb.ALTER, ObjectKind.TYPE, Expressions.EVALUATES),
  ALTER_USER_MAPPING(Verb.ALTER, ObjectKind.USER_MAPPING, Expressions.EVALUATES),
  ALTER_VIEW(Verb.ALTER, ObjectKind.VIEW, Expressions.EVALUATES),
  ANALYZE(Verb.OTHER, Expressions.EVALUATES),
  BEGIN(Verb.OTHER, Expressions.EVALUATES),
  CALL(Verb.OTHER, Expressions.EVALUATES),
  CHECKPOINT(Verb.OTHER, Expressions.EVALUATES),
  CLOSE_CURSOR(Verb.OTHER, Expressions.EVALUATES),
  CLOSE_CURSOR_ALL(Verb.OTHER, Expressions.EVALUATES),
  CLUSTER(Verb.OTHER, Expressions.EVALUATES),
  COMMENT(Verb.OTHER, Expressions.EVALUATES),
  COMMIT(Verb.OTHER, Expressions.EVALUATES),
  COMMIT_PREPARED(Verb.OTHER, Expressions.EVALUATES),
  COPY(Verb.OTHER, Expressions.EVALUATES),
  CREATE_ACCESS_METHOD(Verb.CREATE, ObjectKind.ACCESS_METHOD, Expressions.EVALUATES),
  CREATE_AGGREGATE(Verb.CREATE, ObjectKind.AGGREGATE, Expressions.EVALUATES),
  CREATE_CAST(Verb.CREATE, ObjectKind.CAST, Expressions.EVALUATES),
  CREATE_COLLATION(Verb.CREATE, ObjectKind.COLLATION, Expressions.EVALUATES),
  CREATE_CONVERSION(Verb.CREATE, ObjectKind.CONVERSION, Expressions.EVALUATES),
  CREATE_DATABASE(Verb.CREATE, ObjectKind.DATABASE, Expressions.EVALUATES),
  CREATE_DOMAIN(Verb.CREATE, ObjectKind.DOMAIN, Expressions.KEEPS),
  CREATE_EVENT_TRIGGER(Verb.CREATE, ObjectKind.EVENT_TRIGGER, Expressions.KEEPS),
  CREATE_EXTENSION(Verb.CREATE, ObjectKind.EXTENSION, Expressions.EVALUATES),
  CREATE_FOREIGN_DATA_WRAPPER(Verb.CREATE, ObjectKind.FOREIGN_DATA_WRAPPER, Expressions.EVALUATES),
  CREATE_FOREIGN_TABLE(Verb.CREATE, ObjectKind.FOREIGN_TABLE, Expressions.KEEPS),
  CREATE_FUNCTION(Verb.CREATE, ObjectKind.FUNCTION, Expressions.KEEPS),
  CREATE_INDEX(Verb.CREATE, ObjectKind.INDEX, Expressions.EVALUATES),
  CREATE_LANGUAGE(Verb.CREATE, ObjectKind.LANGUAGE, Expressions.EVALUATES),
  CREATE_MATERIALIZED_VIEW(Verb.CREATE, ObjectKind.MATERIALIZED_VIEW, Expressions.EVALUATES),
  CREATE_OPERATOR(Verb.CREATE, ObjectKind.OPERATOR, Expressions.EVALUATES),
  CREATE_OPERATOR_CLASS(Verb.CREATE, ObjectKind.OPERATOR_CLASS, Expressions.EVALUATES),
  CREATE_OPERATOR_FAMILY(Verb.CREATE, ObjectKind.OPERATOR_FAMILY, Expressions.EVALUATES),
  CREATE_POLICY(Verb.CREATE, ObjectKind.POLICY, Expressions.KEEPS),
  CREATE_PROCEDURE(Verb.CREATE, ObjectKind.PROCEDURE, Expressions.KEEPS),
  CREATE_PROPERTY_GRAPH(Verb.CREATE, ObjectKind.PROPERTY_GRAPH, Expressions.EVALUATES),
  CREATE_PUBLICATION(Verb.CREATE, ObjectKind.PUBLICATION, Expressions.KEEPS),
  CREATE_ROLE(Verb.CREATE, ObjectKind.ROLE, Expressions.EVALUATES),
  CREATE_RULE(Verb.CREATE, ObjectKind.RULE, Expressions.KEEPS),
  CREATE_SCHEMA(Verb.CREATE, ObjectKind.SCHEMA, Expressions.KEEPS),
  CREATE_SEQUENCE(Verb.CREATE, ObjectKind.SEQUENCE, Expressions.EVALUATES),
  CREATE_SERVER(Verb.CREATE, ObjectKind.SERVER, Expressions.EVALUATES),
  CREATE_STATISTICS(Verb.CREATE, ObjectKind.STATISTICS, Expressions.KEEPS),
  CREATE_SUBSCRIPTION(Verb.CREATE, ObjectKind.SUBSCRIPTION, Expressions.EVALUATES),
  CREATE_TABLE(Verb.CREATE, ObjectKind.TABLE, Expressions.KEEPS),
  CREATE_TABLE_AS(Verb.CREATE, ObjectKind.TABLE, Expressions.EVALUATES),
  CREATE_TABLESPACE(Verb.CREATE, ObjectKind.TABLESPACE, Expressions.EVALUATES),
  CREATE_TEXT_SEARCH_CONFIGURATION(
      Verb.CREATE, ObjectKind.TEXT_SEARCH_CONFIGURATION, Expressions.EVALUATES),
  CREATE_TEXT_SEARCH_DICTIONARY(
      Verb.CREATE, ObjectKind.TEXT_SEARCH_DICTIONARY, Expressions.EVALUATES),
  CREATE_TEXT_SEARCH_PARSER(Verb.CREATE, ObjectKind.TEXT_SEARCH_PARSER, Expressions.EVALUATES),
  CREATE_TEXT_SEARCH_TEMPLATE(Verb.CREATE, ObjectKind.TEXT_SEARCH_TEMPLATE, Expressions.EVALUATES),
  CREATE_TRANSFORM(Verb.CREATE, ObjectKind.TRANSFORM, Expressions.EVALUATES),
  CREATE_TRIGGER(Verb.CREATE, ObjectKind.TRIGGER, Expressions.KEEPS),
  CREATE_TYPE(Verb.CREATE, ObjectKind.TYPE, Expressions.EVALUATES),
  CREATE_USER_MAPPING(Verb.CREATE, ObjectKind.USER_MAPPING, Expressions.EVALUATES),
  CREATE_VIEW(Verb.CREATE, ObjectKind.VIEW, Expressions.KEEPS),
  DEALLOCATE(Verb.OTHER, Expressions.EVALUATES),
  DEALLOCATE_ALL(Verb.OTHER, Expressions.EVALUATES),
  DECLARE_CURSOR(Verb.OTHER, Expressions.EVALUATES),
  DELETE(Verb.OTHER, Expressions.EVALUATES),
  DISCARD_ALL(Verb.OTHER, Expressions.EVALUATES),
  DISCARD_PLANS(Verb.OTHER, Expressions.EVALUATES),
  DISCARD_SEQUENCES(Verb.OTHER, Expressions.EVALUATES),
  DISCARD_TEMP(Verb.OTHER, Expressions.EVALUATES),
  DO(Verb.OTHER, Expressions.EVALUATES),
  DROP_ACCESS_METHOD(Verb.DROP, ObjectKind.ACCESS_METHOD, Expressions.EVALUATES),
  DROP_AGGREGATE(Verb.DROP, ObjectKind.AGGREGATE, Expressions.EVALUATES),
  DROP_CAST(Verb.DROP, ObjectKind.CAST, Expressions.EVALUATES),
  DROP_COLLATION(Verb.DROP, ObjectKind.COLLATION, Expressions.EVALUATES),
  DROP_CONVERSION(Verb.DROP, ObjectKind.CONVERSION, Expressions.EVALUATES),
  DROP_DATABASE(Verb.DROP, ObjectKind.DATABASE, Expressions.EVALUATES),
  DROP_DOMAIN(Verb.DROP, ObjectKind.DOMAIN, Expressions.EVALUATES),
  DROP_EVENT_TRIGGER(Verb.DROP, ObjectKind.EVENT_TRIGGER, Expressions.EVALUATES),
  DROP_EXTENSION(Verb.DROP, ObjectKind.EXTENSION, Expressions.EVALUATES),
  DROP_FOREIGN_DATA_WRAPPER(Verb.DROP, ObjectKind.FOREIGN_DATA_WRAPPER, Expressions.EVALUATES),
  DROP_FOREIGN_TABLE(Verb.DROP, ObjectKind.FOREIGN_TABLE, Expressions.EVALUATES),
  DROP_FUNCTION(Verb.DROP, ObjectKind.FUNCTION, Expressions.EVALUATES),
  DROP_INDEX(Verb.DROP, ObjectKind.INDEX, Expressions.EVALUATES),
  DROP_LANGUAGE(Verb.DROP, ObjectKind.LANGUAGE, Expressions.EVALUATES),
  DROP_MATERIALIZED_VIEW(Verb.DROP, ObjectKind.MATERIALIZED_VIEW, Expressions.EVALUATES),
  DROP_OPERATOR(Verb.DROP, ObjectKind.OPERATOR, Expressions.EVALUATES),
  DROP_OPERATOR_CLASS(Verb.DROP, ObjectKind.OPERATOR_CLASS, Expressions.EVALUATES),
  DROP_OPERATOR_FAMILY(Verb.DROP, ObjectKind.OPERATOR_FAMILY, Expressions.EVALUATES),
  DROP_OWNED(Verb.DROP, Expressions.EVALUATES),
  DROP_POLICY(Verb.DROP, ObjectKind.POLICY, Expressions.EVALUATES),
  DROP_PROCEDURE(Verb.DROP, ObjectKind.PROCEDURE, Expressions.EVALUATES),
  DROP_PROPERTY_GRAPH(Verb.DROP, ObjectKind.PROPERTY_GRAPH, Expressions.EVALUATES),
  DROP_PUBLICATION(Verb.DROP, ObjectKind.PUBLICATION, Expressions.EVALUATES),
  DROP_ROLE(Verb.DROP, ObjectKind.ROLE, Expressions.EVALUATES),
  DROP_ROUTINE(Verb.DROP, ObjectKind.ROUTINE, Expressions.EVALUATES),
  DROP_RULE(Verb.DROP, ObjectKind.RULE, Expressions.EVALUATES),
  DROP_SCHEMA(Verb.DROP, ObjectKind.SCHEMA, Expressions.EVALUATES),
  DROP_SEQUENCE(Verb.DROP, ObjectKind.SEQUENCE, Expressions.EVALUATES),
  DROP_SERVER(Verb.DROP, ObjectKind.SERVER, Expressions.EVALUATES),
  DROP_STATISTICS(Verb.DROP, ObjectKind.STATISTICS, Expressions.EVALUATES),
  DROP_SUBSCRIPTION(Verb.DROP, ObjectKind.SUBSCRIPTION, Expressions.EVALUATES),
  DROP_TABLE(Verb.DROP, ObjectKind.TABLE, Expressions.EVALUATES),
  DROP_TABLESPACE(Verb.DROP, ObjectKind.TABLESPACE, Expressions.EVALUATES),
  DROP_TEXT_SEARCH_CONFIGURATION(
      Verb.DROP, ObjectKind.TEXT_SEARCH_CONFIGURATION, Expressions.EVALUATES),
  DROP_TEXT_SEARCH_DICTIONARY(Verb.DROP, ObjectKind.TEXT_SEARCH_DICTIONARY, Expressions.EVALUATES),
  DROP_TEXT_SEARCH_PARSER(Verb.DROP, ObjectKind.TEXT_SEARCH_PARSER, Expressions.EVALUATES),
  DROP_TEXT_SEARCH_TEMPLATE(Verb.DROP, ObjectKind.TEXT_SEARCH_TEMPLATE, Expressions.EVALUATES),
  DROP_TRANSFORM(Verb.DROP, ObjectKind.TRANSFORM, Expressions.EVALUATES),
  DROP_TRIGGER(Verb.DROP, ObjectKind.TRIGGER, Expressions.EVALUATES),
  DROP_TYPE(Verb.DROP, ObjectKind.TYPE, Expressions.EVALUATES),
  DROP_USER_MAPPING(Verb.DROP, ObjectKind.USER_MAPPING, Expressions.EVALUATES),
  DROP_VIEW(Verb.DROP, ObjectKind.VIEW, Expressions.EVALUATES),
  EXECUTE(Verb.OTHER, Expressions.EVALUATES),
  EXPLAIN(Verb.OTHER, Expressions.EVALUATES),
  FETCH(Verb.OTHER, Expressions.EVALUATES),
  GRANT(Verb.OTHER, Expressions.EVALUATES),
  GRANT_ROLE(Verb.OTHER, Expressions.EVALUATES),
  IMPORT_FOREIGN_SCHEMA(Verb.OTHER, Expressions.EVALUATES),
  INSERT(Verb.OTHER, Expressions.EVALUATES),
  LISTEN(Verb.OTHER, Expressions.EVALUATES),
  LOAD(Verb.OTHER, Expressions.EVALUATES),
  LOCK_TABLE(Verb.OTHER, Expressions.EVALUATES),
  MERGE(Verb.OTHER, Expressions.EVALUATES),
  MOVE(Verb.OTHER, Expressions.EVALUATES),
  NOTIFY(Verb.OTHER, Expressions.EVALUATES),
  PREPARE(Verb.OTHER, Expressions.EVALUATES),
  PREPARE_TRANSACTION(Verb.OTHER, Expressions.EVALUATES),
  REASSIGN_OWNED(Verb.OTHER, Expressions.EVALUATES),
  REFRESH_MATERIALIZED_VIEW(Verb.OTHER, Expressions.EVALUATES),
  REINDEX(Verb.OTHER, Expressions.EVALUATES),
  RELEASE(Verb.OTHER, Expressions.EVALUATES),
  REPACK(Verb.OTHER, Expressions.EVALUATES),
  RESET(Verb.OTHER, Expressions.EVALUATES),
  REVOKE(Verb.OTHER, Expressions.EVALUATES),
  REVOKE_ROLE(Verb.OTHER, Expressions.EVALUATES),
  ROLLBACK(Verb.OTHER, Expressions.EVALUATES),
  ROLLBACK_PREPARED(Verb.OTHER, Expressions.EVALUATES),
  SAVEPOINT(Verb.OTHER, Expressions.EVALUATES),
  SECURITY_LABEL(Verb.OTHER, Expressions.EVALUATES),
  SELECT(Verb.OTHER, Expressions.EVALUATES),
  SELECT_INTO(Verb.OTHER, Expressions.EVALUATES),
  SET(Verb.OTHER, Expressions.EVALUATES),
  SET_CONSTRAINTS(Verb.OTHER, Expressions.EVALUATES),
  SHOW(Verb.OTHER, Expressions.EVALUATES),
  START_TRANSACTION(Verb.OTHER, Expressions.EVALUATES),
  TRUNCATE_TABLE(Verb.OTHER, Expressions.EVALUATES),
  UNLISTEN(Verb.OTHER, Expressions.EVALUATES),
  UPDATE(Verb.OTHER, Expressions.EVALUATES),
  VACUUM(Verb.OTHER, Expressions.EVALUATES),
  WAIT(Verb.OTHER, Expressions.EVALUATES);

  /// What a statement does with the object that it is about.
  public enum Verb {
    CREATE,
    ALTER,
    DROP,
    OTHER
  }

  /// Whether running the statement evaluates the expressions in it, or keeps them for later, as the
  /// definition of a view or of a function does.
  private enum Expressions {
    EVALUATES,
    KEEPS
  }

  private record About(Verb verb, ObjectKind kind) {}

  /// The first tag for each verb and kind.
  private static final Map<About, CommandTag> PLAIN = new HashMap<>();

  static {
    for (var tag : values()) {
      if (tag.kind != null) {
        PLAIN.putIfAbsent(new About(tag.verb, tag.kind), tag);
      }
    }
  }

  private final Verb verb;
  private final @Nullable ObjectKind kind;
  private final Expressions expressions;

  CommandTag(Verb verb, Expressions expressions) {
    this(verb, null, expressions);
  }

  CommandTag(Verb verb, @Nullable ObjectKind kind, Expressions expressions) {
    this.verb = verb;
    this.kind = kind;
    this.expressions = expressions;
  }

  public Verb verb() {
    return verb;
  }

  /// The kind of object that `CREATE`, `ALTER` and `DROP` are about.
  public Optional<ObjectKind> kind() {
    return Optional.ofNullable(kind);
  }

  /// Whether rows come back: of some commands where they say `RETURNING`.
  public Rows rows() {
    return switch (this) {
      case CALL, COPY, EXECUTE, EXPLAIN, FETCH, SELECT, SHOW -> Rows.RETURNED;
      case DELETE, INSERT, MERGE, UPDATE -> Rows.WHERE_RETURNING;
      default -> Rows.NONE;
    };
  }

  /// Whether a command returns rows to who sends it.
  public enum Rows {
    NONE,
    WHERE_RETURNING,
    RETURNED
  }

  /// False where the expressions are kept for later: nothing that they name is reached now.
  public boolean evaluatesExpressions() {
    return expressions == Expressions.EVALUATES;
  }

  /// The plain tag for a verb and a kind: `CREATE TABLE`, never `CREATE TABLE AS`.
  public static Optional<CommandTag> of(Verb verb, ObjectKind kind) {
    return Optional.ofNullable(PLAIN.get(new About(verb, kind)));
  }

  /// As PostgreSQL prints it: `CREATE TABLE`.
  public String words() {
    return name().replace('_', ' ');
  }
}
