package dev.deed.sql.effect;

import static dev.deed.sql.effect.Access.DEFINES;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Defines and changes types and domains.
public sealed interface TypeEffect extends Effect {

  QualifiedName type();

  default ObjectKind kind() {
    return ObjectKind.TYPE;
  }

  @Override
  default List<ObjectAccess> touches() {
    return List.of(ObjectAccess.of(ObjectName.of(kind(), type()), DEFINES, null, span()));
  }

  private static List<ObjectAccess> lockedLikeATable(TypeEffect effect) {
    var type = ObjectName.of(ObjectKind.TYPE, effect.type());
    return List.of(ObjectAccess.of(type, DEFINES, LockMode.ACCESS_EXCLUSIVE, effect.span()));
  }

  record CreatesEnum(QualifiedName type, List<String> labels, Span span) implements TypeEffect {
    public CreatesEnum {
      labels = List.copyOf(labels);
    }
  }

  record CreatesComposite(QualifiedName type, List<Column> attributes, Span span)
      implements TypeEffect {
    public CreatesComposite {
      attributes = List.copyOf(attributes);
    }

    /// A composite type is locked like a table.
    @Override
    public List<ObjectAccess> touches() {
      return lockedLikeATable(this);
    }
  }

  /// @param options canonical values by lower-case name, including `subtype`
  record CreatesRange(QualifiedName type, Map<String, String> options, Span span)
      implements TypeEffect {
    public CreatesRange {
      options = Map.copyOf(options);
    }
  }

  /// A base type, or a shell type if `options` is empty.
  record CreatesBaseType(QualifiedName type, Map<String, String> options, Span span)
      implements TypeEffect {
    public CreatesBaseType {
      options = Map.copyOf(options);
    }
  }

  record CreatesDomain(
      QualifiedName type,
      TypeName base,
      @Nullable QualifiedName collation,
      @Nullable ExpressionText defaultValue,
      boolean notNull,
      List<Constraint> constraints,
      Span span)
      implements TypeEffect {
    public CreatesDomain {
      constraints = List.copyOf(constraints);
    }

    @Override
    public ObjectKind kind() {
      return ObjectKind.DOMAIN;
    }

    @Override
    public List<ObjectAccess> touches() {
      var touches = new ArrayList<>(TypeEffect.super.touches());
      constraints.forEach(c -> TableTouches.addParent(touches, c));
      return touches;
    }
  }

  /// @param neighbor the label before or after which it is placed, null for the end
  record AddsEnumValue(
      QualifiedName type,
      String label,
      @Nullable String neighbor,
      boolean before,
      boolean ifNotExists,
      Span span)
      implements TypeEffect {}

  record RenamesEnumValue(QualifiedName type, String label, String newLabel, Span span)
      implements TypeEffect {}

  /// @param change one of `add attribute`, `drop attribute`, `alter attribute`
  /// @param type of the attribute, null when dropped
  record AltersAttribute(
      QualifiedName type,
      AttributeChange change,
      String attribute,
      @Nullable TypeName attributeType,
      @Nullable QualifiedName collation,
      boolean ifExists,
      boolean cascade,
      Span span)
      implements TypeEffect {
    @Override
    public List<ObjectAccess> touches() {
      return lockedLikeATable(this);
    }
  }

  enum AttributeChange {
    ADD,
    DROP,
    ALTER_TYPE
  }

  /// `ALTER TYPE t SET (property = value)`
  record AltersType(QualifiedName type, String change, Span span) implements TypeEffect {}

  record AltersDomain(
      QualifiedName type,
      DomainChange change,
      @Nullable ExpressionText defaultValue,
      @Nullable Constraint constraint,
      @Nullable String constraintName,
      boolean ifExists,
      boolean cascade,
      Span span)
      implements TypeEffect {
    @Override
    public ObjectKind kind() {
      return ObjectKind.DOMAIN;
    }
  }

  enum DomainChange {
    SET_DEFAULT,
    DROP_DEFAULT,
    SET_NOT_NULL,
    DROP_NOT_NULL,
    ADD_CONSTRAINT,
    DROP_CONSTRAINT,
    VALIDATE_CONSTRAINT
  }
}
