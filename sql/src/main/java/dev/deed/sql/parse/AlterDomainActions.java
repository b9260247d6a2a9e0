package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ADD;
import static dev.deed.sql.Keyword.CONSTRAINT;
import static dev.deed.sql.Keyword.DEFAULT;
import static dev.deed.sql.Keyword.DEPENDS;
import static dev.deed.sql.Keyword.DROP;
import static dev.deed.sql.Keyword.NOT;
import static dev.deed.sql.Keyword.NULL;
import static dev.deed.sql.Keyword.RENAME;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.TO;
import static dev.deed.sql.Keyword.VALIDATE;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect;
import dev.deed.sql.effect.TypeEffect.DomainChange;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.SyntaxError;
import org.jspecify.annotations.Nullable;

/// `ALTER DOMAIN`.
final class AlterDomainActions {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final Constraints constraints;

  AlterDomainActions(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.constraints = new Constraints(parsing);
  }

  /// Reads what follows `ALTER DOMAIN`, whose first word is the token `first`.
  void read(int first) {
    var nameAt = cursor.position();
    var domain = new Domain(cursor.qualifiedName("a domain name"), first);
    if (cursor.accept(RENAME, CONSTRAINT)) {
      renameConstraint(domain);
    } else if (cursor.accept(SET, DEFAULT)) {
      setDefault(domain);
    } else if (cursor.accept(SET, NOT, NULL)) {
      domain.add(DomainChange.SET_NOT_NULL);
    } else if (cursor.accept(DROP, DEFAULT)) {
      domain.add(DomainChange.DROP_DEFAULT);
    } else if (cursor.accept(DROP, NOT, NULL)) {
      domain.add(DomainChange.DROP_NOT_NULL);
    } else if (cursor.accept(DROP, CONSTRAINT)) {
      dropConstraint(domain);
    } else if (cursor.accept(VALIDATE, CONSTRAINT)) {
      domain.addNamed(DomainChange.VALIDATE_CONSTRAINT, constraintName(), false, false);
    } else if (cursor.accept(ADD)) {
      addConstraint(domain);
    } else {
      other(domain, nameAt);
    }
  }

  private void other(Domain domain, int nameAt) {
    var object = ObjectName.of(ObjectKind.DOMAIN, domain.name);
    if (cursor.at(DEPENDS) || !changes.accept(object, false, cursor.spanFrom(nameAt))) {
      throw unknown();
    }
  }

  private SyntaxError unknown() {
    if (cursor.accept(SET)) {
      return cursor.unexpected("DEFAULT, NOT NULL or SCHEMA");
    }
    if (cursor.accept(RENAME)) {
      return cursor.unexpected("TO or CONSTRAINT");
    }
    return cursor.unexpected("ADD, DROP, RENAME, SET, VALIDATE or OWNER TO");
  }

  private void setDefault(Domain domain) {
    var place = parsing.effectCount();
    var value = parsing.expressionText();
    parsing.addAt(place, domain.effect(DomainChange.SET_DEFAULT, value, null));
  }

  private void addConstraint(Domain domain) {
    var place = parsing.effectCount();
    var first = cursor.position();
    var constraint = constraints.domainConstraint();
    if (constraint.rule() instanceof Constraint.NotNull) {
      parsing.newer(17, "NOT NULL as a constraint of a domain", first);
    }
    parsing.addAt(place, domain.effect(DomainChange.ADD_CONSTRAINT, null, constraint));
  }

  private void dropConstraint(Domain domain) {
    var ifExists = cursor.acceptIfExists();
    var name = constraintName();
    var cascade = cursor.acceptCascade();
    domain.addNamed(DomainChange.DROP_CONSTRAINT, name, ifExists, cascade);
  }

  private void renameConstraint(Domain domain) {
    var name = constraintName();
    cursor.expect(TO);
    var newName = cursor.name("the new name");
    var object = ObjectName.domainConstraint(domain.name, name);
    parsing.add(new ObjectEffect.Renames(object, newName, false, cursor.spanFrom(domain.first)));
  }

  private String constraintName() {
    return cursor.name("a constraint name");
  }

  /// The domain being altered.
  private final class Domain {
    private final QualifiedName name;
    private final int first;

    Domain(QualifiedName name, int first) {
      this.name = name;
      this.first = first;
    }

    void add(DomainChange change) {
      parsing.add(effect(change, null, null));
    }

    void addNamed(DomainChange change, String constraint, boolean ifExists, boolean cascade) {
      var span = cursor.spanFrom(first);
      parsing.add(
          new TypeEffect.AltersDomain(
              name, change, null, null, constraint, ifExists, cascade, span));
    }

    TypeEffect effect(
        DomainChange change, @Nullable ExpressionText value, @Nullable Constraint constraint) {
      var constraintName = constraint == null ? null : constraint.name();
      return new TypeEffect.AltersDomain(
          name, change, value, constraint, constraintName, false, false, cursor.spanFrom(first));
    }
  }
}
