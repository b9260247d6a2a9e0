package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectEffect.ImportsTables;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Literal;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Foreign-data wrappers, servers, user mappings, `IMPORT FOREIGN SCHEMA`.
final class ForeignStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final ObjectNames names;
  private final Options options;

  ForeignStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.names = new ObjectNames(parsing);
    this.options = new Options(parsing);
  }

  Parsed create() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE);
    if (cursor.accept(Keyword.SERVER)) {
      return createServer(first);
    }
    return cursor.accept(Keyword.USER) ? createMapping(first) : createWrapper(first);
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER);
    if (cursor.accept(Keyword.SERVER)) {
      return alterServer(first);
    }
    return cursor.accept(Keyword.USER) ? alterMapping(first) : alterWrapper(first);
  }

  // Wrappers

  private Parsed createWrapper(int first) {
    var wrapper = wrapper();
    var definition = new Definition();
    var parts = wrapperFunctions(definition);
    definition.addForeignOptions(options.acceptForeign());
    parsing.add(
        new Creates(wrapper, false, false, definition.text(), parts, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.CREATE_FOREIGN_DATA_WRAPPER);
  }

  private Parsed alterWrapper(int first) {
    var wrapper = wrapper();
    if (!changes.acceptRenameOrOwner(wrapper, cursor.position() - 1)) {
      var definition = new Definition();
      var change = cursor.position();
      var parts = wrapperFunctions(definition);
      if (cursor.at(Keyword.OPTIONS)) {
        definition.add("options " + PasswordMask.hiddenInOptions(options.foreignChanges()));
      }
      expectChange(change, "HANDLER, VALIDATOR, OPTIONS, RENAME TO or OWNER TO");
      parsing.add(new Alters(wrapper, definition.text(), parts, cursor.spanFrom(first)));
    }
    return Parsed.of(CommandTag.ALTER_FOREIGN_DATA_WRAPPER);
  }

  private void expectChange(int change, String what) {
    if (cursor.position() == change) {
      throw cursor.unexpected(what);
    }
  }

  private ObjectName wrapper() {
    cursor.expect(Keyword.FOREIGN, Keyword.DATA);
    cursor.expect(Keyword.WRAPPER);
    return ObjectName.of(
        ObjectKind.FOREIGN_DATA_WRAPPER, cursor.name("a foreign-data wrapper name"));
  }

  /// `HANDLER f`, `NO HANDLER`, `VALIDATOR f`, `NO VALIDATOR`, `CONNECTION f`, in any order
  private List<ObjectAccess> wrapperFunctions(Definition definition) {
    var functions = new ArrayList<ObjectAccess>();
    var clauses = new TreeSet<String>();
    while (atWrapperFunction()) {
      if (cursor.accept(Keyword.NO)) {
        clauses.add("no " + cursor.takeName());
      } else {
        var word = cursor.takeName();
        var function = function();
        clauses.add(word + " " + function.object().text());
        functions.add(function);
      }
    }
    clauses.forEach(definition::add);
    return functions;
  }

  private boolean atWrapperFunction() {
    var keyword = cursor.at(Keyword.NO) ? cursor.keywordAfter(1) : cursor.keyword();
    return keyword == Keyword.HANDLER
        || keyword == Keyword.VALIDATOR
        || keyword == Keyword.CONNECTION;
  }

  private ObjectAccess function() {
    var first = cursor.position();
    var name = cursor.qualifiedName("a function name");
    return ObjectAccess.of(
        ObjectName.of(ObjectKind.FUNCTION, name), Access.REFERENCES, null, cursor.spanFrom(first));
  }

  // Servers

  /// `[TYPE '...'] [VERSION '...'] FOREIGN DATA WRAPPER w [OPTIONS ( ... )]`
  private Parsed createServer(int first) {
    var ifNotExists = cursor.acceptIfNotExists();
    var server = server();
    var definition = new Definition();
    if (cursor.accept(Keyword.TYPE)) {
      definition.add("type " + Literal.quoted(cursor.string("a type in quotes")));
    }
    version(definition);
    var place = cursor.position();
    var wrapper = wrapper();
    definition.add("foreign data wrapper " + wrapper.text());
    var part = ObjectAccess.of(wrapper, Access.REFERENCES, null, cursor.spanFrom(place));
    definition.addForeignOptions(options.acceptForeign());
    parsing.add(
        new Creates(
            server, false, ifNotExists, definition.text(), List.of(part), cursor.spanFrom(first)));
    return Parsed.of(CommandTag.CREATE_SERVER);
  }

  private ObjectName server() {
    return ObjectName.of(ObjectKind.SERVER, cursor.name("a server name"));
  }

  /// `VERSION '...'`, `VERSION NULL`
  private void version(Definition definition) {
    if (!cursor.accept(Keyword.VERSION)) {
      return;
    }
    definition.add(
        "version "
            + (cursor.accept(Keyword.NULL)
                ? "null"
                : Literal.quoted(cursor.string("a version in quotes"))));
  }

  private Parsed alterServer(int first) {
    var nameAt = cursor.position();
    var server = server();
    if (!changes.acceptRenameOrOwner(server, nameAt)) {
      var definition = new Definition();
      var change = cursor.position();
      version(definition);
      if (cursor.at(Keyword.OPTIONS)) {
        definition.add("options " + PasswordMask.hiddenInOptions(options.foreignChanges()));
      }
      expectChange(change, "VERSION, OPTIONS, RENAME TO or OWNER TO");
      parsing.add(new Alters(server, definition.text(), List.of(), cursor.spanFrom(first)));
    }
    return Parsed.of(CommandTag.ALTER_SERVER);
  }

  // User mappings

  private Parsed createMapping(int first) {
    cursor.expect(Keyword.MAPPING);
    var ifNotExists = cursor.acceptIfNotExists();
    var place = cursor.position();
    var mapping = names.name(ObjectKind.USER_MAPPING);
    var server = ObjectName.of(ObjectKind.SERVER, mapping.name().name());
    var part = ObjectAccess.of(server, Access.REFERENCES, null, cursor.spanFrom(place));
    var definition = new Definition().addForeignOptions(options.acceptForeign());
    parsing.add(
        new Creates(
            mapping, false, ifNotExists, definition.text(), List.of(part), cursor.spanFrom(first)));
    return Parsed.of(CommandTag.CREATE_USER_MAPPING);
  }

  private Parsed alterMapping(int first) {
    cursor.expect(Keyword.MAPPING);
    var mapping = names.name(ObjectKind.USER_MAPPING);
    var change = "options " + PasswordMask.hiddenInOptions(options.foreignChanges());
    parsing.add(new Alters(mapping, change, List.of(), cursor.spanFrom(first)));
    return Parsed.of(CommandTag.ALTER_USER_MAPPING);
  }

  // Import

  /// `FOREIGN SCHEMA remote [LIMIT TO | EXCEPT ( tables )] FROM SERVER s INTO local [OPTIONS ( ...
  /// )]`
  Parsed importSchema() {
    var first = cursor.position();
    cursor.expect(Keyword.IMPORT);
    cursor.expect(Keyword.FOREIGN, Keyword.SCHEMA);
    var remote = cursor.name("the remote schema name");
    var only = onlyTables();
    cursor.expect(Keyword.FROM, Keyword.SERVER);
    var server = cursor.name("a server name");
    cursor.expect(Keyword.INTO);
    var local = cursor.name("the local schema name");
    options.acceptForeign();
    parsing.add(
        new ImportsTables(
            ObjectName.of(ObjectKind.SCHEMA, local),
            server,
            remote,
            only.stream().map(t -> t.in(local)).toList(),
            cursor.spanFrom(first)));
    return Parsed.of(CommandTag.IMPORT_FOREIGN_SCHEMA);
  }

  private List<QualifiedName> onlyTables() {
    if (cursor.accept(Keyword.LIMIT)) {
      cursor.expect(Keyword.TO);
      return tables();
    }
    if (cursor.accept(Keyword.EXCEPT)) {
      tables();
    }
    return List.of();
  }

  private List<QualifiedName> tables() {
    var tables = new ArrayList<QualifiedName>();
    cursor.open();
    do {
      tables.add(RelationName.read(cursor, "a table name").name());
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return tables;
  }
}
