package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.SyntaxError;

/// Chooses the family that reads a statement, by its first words. Every family starts with the
/// cursor at the statement's first word and leaves it after the last.
final class StatementParser {

  private final Cursor cursor;
  private final RowStatements rows;
  private final CursorStatements cursors;
  private final TableStatements tables;
  private final AlterTableStatements alterTables;
  private final IndexStatements indexes;
  private final ViewStatements views;
  private final SequenceStatements sequences;
  private final TypeStatements types;
  private final RoutineStatements routines;
  private final OperatorStatements operators;
  private final AttachedStatements attached;
  private final DropStatements drops;
  private final CommentStatements comments;
  private final PrivilegeStatements privileges;
  private final RoleStatements roles;
  private final DatabaseStatements databases;
  private final ReplicationStatements replication;
  private final ForeignStatements foreign;
  private final CatalogStatements catalog;
  private final SessionStatements sessions;
  private final MaintenanceStatements maintenance;

  StatementParser(ParserState parsing) {
    this.cursor = parsing.cursor;
    this.rows = new RowStatements(parsing);
    this.cursors = new CursorStatements(parsing, this);
    this.tables = new TableStatements(parsing, cursors);
    this.alterTables = new AlterTableStatements(parsing);
    this.indexes = new IndexStatements(parsing);
    this.views = new ViewStatements(parsing);
    this.sequences = new SequenceStatements(parsing);
    this.types = new TypeStatements(parsing);
    this.routines = new RoutineStatements(parsing, this);
    this.operators = new OperatorStatements(parsing);
    this.attached = new AttachedStatements(parsing, this);
    this.drops = new DropStatements(parsing);
    this.comments = new CommentStatements(parsing);
    this.privileges = new PrivilegeStatements(parsing);
    this.roles = new RoleStatements(parsing);
    this.databases = new DatabaseStatements(parsing);
    this.replication = new ReplicationStatements(parsing);
    this.foreign = new ForeignStatements(parsing);
    this.catalog = new CatalogStatements(parsing, this);
    this.sessions = new SessionStatements(parsing);
    this.maintenance = new MaintenanceStatements(parsing);
  }

  /// One statement, up to its semicolon.
  Parsed statement() {
    var keyword = cursor.keyword();
    if (keyword == null) {
      if (cursor.at(Sign.OPEN)) {
        return rows.query();
      }
      throw cursor.unexpected("a statement");
    }
    if (mayChangeNames(keyword)) {
      cursors.outdate(isSetting(keyword));
    }
    return switch (keyword) {
      case SELECT, VALUES, TABLE, WITH -> rows.query();
      case INSERT -> rows.insert();
      case UPDATE -> rows.update();
      case DELETE -> rows.delete();
      case MERGE -> rows.merge();
      case COPY -> rows.copy();
      case TRUNCATE -> rows.truncate();
      case LOCK -> rows.lock();
      case EXPLAIN -> cursors.explain();
      case PREPARE -> sessions.atPrepareTransaction() ? sessions.transaction() : cursors.prepare();
      case EXECUTE -> cursors.execute();
      case DEALLOCATE -> cursors.deallocate();
      case DECLARE -> cursors.declare();
      case FETCH, MOVE -> cursors.fetch();
      case CLOSE -> cursors.close();
      case CREATE -> create();
      case ALTER -> alter();
      case DROP -> drops.drop();
      case DO -> routines.runBlock();
      case CALL -> routines.call();
      case COMMENT -> comments.comment();
      case SECURITY -> comments.label();
      case GRANT -> privileges.grant();
      case REVOKE -> privileges.revoke();
      case REASSIGN -> privileges.reassign();
      case IMPORT -> foreign.importSchema();
      case REFRESH -> views.refresh();
      case BEGIN, START, COMMIT, END, ROLLBACK, ABORT, SAVEPOINT, RELEASE -> sessions.transaction();
      case SET, RESET, SHOW, DISCARD -> sessions.setting();
      case LISTEN, UNLISTEN, NOTIFY, LOAD, CHECKPOINT, WAIT -> sessions.other();
      case VACUUM, ANALYZE, ANALYSE, CLUSTER, REINDEX, REPACK -> maintenance.maintain();
      default -> throw cursor.unexpected("a statement");
    };
  }

  /// Rows alone change no names, but a query can: `SELECT set_config('search_path', ...)`.
  private static boolean mayChangeNames(Keyword keyword) {
    return switch (keyword) {
      case INSERT, UPDATE, DELETE, MERGE, COPY, TRUNCATE, LOCK, PREPARE, EXECUTE, EXPLAIN -> false;
      case DEALLOCATE, FETCH, MOVE, CLOSE, COMMENT, GRANT, REVOKE, SHOW, LISTEN, NOTIFY -> false;
      default -> true;
    };
  }

  private static boolean isSetting(Keyword keyword) {
    return switch (keyword) {
      case SET, RESET, DISCARD -> true;
      default -> false;
    };
  }

  private Parsed create() {
    var distance = distanceToKind();
    var kind = cursor.keywordAfter(distance);
    if (kind == null) {
      throw unknownKind(distance, "create");
    }
    var next = cursor.keywordAfter(distance + 1);
    return switch (kind) {
      case TABLE -> tables.create();
      case VIEW, MATERIALIZED -> views.create();
      case INDEX -> indexes.create();
      case SEQUENCE -> sequences.create();
      case TYPE, DOMAIN -> types.create();
      case FUNCTION, PROCEDURE -> routines.create();
      case AGGREGATE, OPERATOR, CAST, TRANSFORM, LANGUAGE -> operators.create();
      case TRIGGER, RULE, POLICY, EVENT -> attached.create();
      case USER -> atUserMapping() ? foreign.create() : roles.create();
      case ROLE, GROUP -> roles.create();
      case DATABASE, TABLESPACE -> databases.create();
      case PUBLICATION, SUBSCRIPTION -> replication.create();
      case FOREIGN -> next == Keyword.TABLE ? tables.create() : foreign.create();
      case SERVER -> foreign.create();
      case SCHEMA, EXTENSION, STATISTICS, TEXT, COLLATION, CONVERSION, ACCESS, PROPERTY ->
          catalog.create();
      default -> throw unknownKind(distance, "create");
    };
  }

  private Parsed alter() {
    var kind = cursor.keywordAfter(1);
    if (kind == null) {
      throw unknownKind(1, "alter");
    }
    var next = cursor.keywordAfter(2);
    return switch (kind) {
      case TABLE, INDEX, VIEW, MATERIALIZED -> alterTables.alter();
      case SEQUENCE -> sequences.alter();
      case TYPE, DOMAIN -> types.alter();
      case FUNCTION, PROCEDURE, ROUTINE -> routines.alter();
      case AGGREGATE, OPERATOR, LANGUAGE, PROCEDURAL -> operators.alter();
      case TRIGGER, RULE, POLICY, EVENT -> attached.alter();
      case USER -> atUserMapping() ? foreign.alter() : roles.alter();
      case ROLE, GROUP -> roles.alter();
      case DATABASE, TABLESPACE, SYSTEM -> databases.alter();
      case PUBLICATION, SUBSCRIPTION -> replication.alter();
      case FOREIGN -> next == Keyword.TABLE ? alterTables.alter() : foreign.alter();
      case SERVER -> foreign.alter();
      case DEFAULT -> privileges.alterDefault();
      case SCHEMA, EXTENSION, STATISTICS, TEXT, COLLATION, CONVERSION, LARGE, PROPERTY ->
          catalog.alter();
      default -> throw unknownKind(1, "alter");
    };
  }

  /// True at `CREATE` or `ALTER USER MAPPING`; a role may also be named "mapping".
  private boolean atUserMapping() {
    var after = cursor.keywordAfter(3);
    return cursor.keywordAfter(2) == Keyword.MAPPING
        && (after == Keyword.FOR || after == Keyword.IF);
  }

  /// The distance past `CREATE` and the words that may precede the kind.
  private int distanceToKind() {
    var distance = 1;
    while (true) {
      var keyword = cursor.keywordAfter(distance);
      if (keyword == null) {
        return distance;
      }
      switch (keyword) {
        case OR,
            REPLACE,
            GLOBAL,
            LOCAL,
            TEMP,
            TEMPORARY,
            UNLOGGED,
            RECURSIVE,
            UNIQUE,
            CONSTRAINT,
            TRUSTED,
            PROCEDURAL,
            DEFAULT ->
            distance++;
        default -> {
          return distance;
        }
      }
    }
  }

  private SyntaxError unknownKind(int distance, String verb) {
    cursor.moveTo(Math.min(cursor.position() + distance, cursor.tokens().count() - 1));
    return cursor.unexpected("the kind of object to " + verb);
  }
}
