package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALTER;
import static dev.deed.sql.Keyword.SEQUENCE;

import dev.deed.sql.effect.AlterTarget;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.SequenceEffect;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.script.CommandTag;

/// `CREATE SEQUENCE`, `ALTER SEQUENCE`.
final class SequenceStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final SequenceOptionsParser options;
  private final RelationActions actions;

  SequenceStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.options = new SequenceOptionsParser(parsing);
    this.actions = new RelationActions(parsing);
  }

  Parsed create() {
    var words = CreateWords.read(cursor);
    words.refuseOrReplace(cursor);
    cursor.expect(SEQUENCE);
    if (words.persistence() == Persistence.UNLOGGED) {
      parsing.newer(15, "CREATE UNLOGGED SEQUENCE", words.first());
    }
    var ifNotExists = cursor.acceptIfNotExists();
    var sequence = cursor.qualifiedName("the sequence name");
    var read = options.options();
    var span = cursor.spanFrom(words.first());
    parsing.add(
        new SequenceEffect.CreatesSequence(sequence, read, words.persistence(), ifNotExists, span));
    return Parsed.of(CommandTag.CREATE_SEQUENCE);
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.expect(ALTER, SEQUENCE);
    var ifExists = cursor.acceptIfExists();
    var nameAt = cursor.position();
    var sequence = cursor.qualifiedName("a sequence name");
    if (options.atOption()) {
      var read = options.options();
      parsing.add(
          new SequenceEffect.AltersSequence(sequence, read, ifExists, cursor.spanFrom(first)));
    } else {
      var object = ObjectName.of(ObjectKind.SEQUENCE, sequence);
      actions.read(new AlterTarget(object, ifExists, false, cursor.spanFrom(nameAt)));
    }
    return Parsed.of(CommandTag.ALTER_SEQUENCE);
  }
}
