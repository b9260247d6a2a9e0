package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALTER;
import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.DOMAIN;
import static dev.deed.sql.Keyword.ENUM;
import static dev.deed.sql.Keyword.RANGE;
import static dev.deed.sql.Keyword.TYPE;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.ColumnDefinitionDraft;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `CREATE` and `ALTER TYPE | DOMAIN`.
final class TypeStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Options options;
  private final IndexElements indexElements;
  private final AlterTypeActions typeActions;
  private final AlterDomainActions domainActions;

  TypeStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.options = new Options(parsing);
    this.indexElements = new IndexElements(parsing);
    this.typeActions = new AlterTypeActions(parsing);
    this.domainActions = new AlterDomainActions(parsing);
  }

  Parsed create() {
    var first = cursor.position();
    cursor.expect(CREATE);
    if (cursor.accept(DOMAIN)) {
      domain(first);
      return Parsed.of(CommandTag.CREATE_DOMAIN);
    }
    cursor.expect(TYPE);
    var name = cursor.qualifiedName("the type name");
    var place = parsing.effectCount();
    var type = type(name, first);
    parsing.addAt(place, type);
    return Parsed.of(CommandTag.CREATE_TYPE);
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.expect(ALTER);
    if (cursor.accept(DOMAIN)) {
      domainActions.read(first);
      return Parsed.of(CommandTag.ALTER_DOMAIN);
    }
    cursor.expect(TYPE);
    typeActions.read(first);
    return Parsed.of(CommandTag.ALTER_TYPE);
  }

  private TypeEffect type(QualifiedName name, int first) {
    if (cursor.accept(AS, ENUM)) {
      return new TypeEffect.CreatesEnum(name, labels(), cursor.spanFrom(first));
    }
    if (cursor.accept(AS, RANGE)) {
      return new TypeEffect.CreatesRange(name, options.definition(), cursor.spanFrom(first));
    }
    if (cursor.accept(AS)) {
      if (!cursor.at(Sign.OPEN)) {
        throw cursor.unexpected("the attributes in parentheses, ENUM or RANGE");
      }
      return new TypeEffect.CreatesComposite(name, attributes(), cursor.spanFrom(first));
    }
    Map<String, String> properties = cursor.at(Sign.OPEN) ? options.definition() : Map.of();
    return new TypeEffect.CreatesBaseType(name, properties, cursor.spanFrom(first));
  }

  private List<String> labels() {
    var labels = new ArrayList<String>();
    cursor.open();
    if (cursor.accept(Sign.CLOSE)) {
      return labels;
    }
    do {
      labels.add(cursor.string("a label in quotes"));
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return labels;
  }

  private List<Column> attributes() {
    var attributes = new ArrayList<Column>();
    cursor.open();
    if (cursor.accept(Sign.CLOSE)) {
      return attributes;
    }
    do {
      attributes.add(attribute());
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return attributes;
  }

  private Column attribute() {
    var first = cursor.position();
    var name = cursor.name("an attribute name");
    var type = parsing.types.storedType();
    var collation = indexElements.acceptCollation();
    return new ColumnDefinitionDraft(name, type, cursor.spanFrom(first))
        .collation(collation)
        .column();
  }

  private void domain(int first) {
    var name = cursor.qualifiedName("the domain name");
    cursor.accept(AS);
    var place = parsing.effectCount();
    var base = parsing.types.storedType();
    var qualifiers = new ColumnQualifiers(parsing, new Constraints(parsing), "value").read();
    parsing.addAt(
        place,
        new TypeEffect.CreatesDomain(
            name,
            base,
            qualifiers.collation,
            qualifiers.defaultValue,
            qualifiers.notNull,
            qualifiers.constraints(),
            cursor.spanFrom(first)));
  }
}
