package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// User-defined types.
public sealed interface DataType extends SchemaObject {

  default QualifiedName qualifiedName() {
    return name().name();
  }

  @Override
  DataType with(Attributes newAttributes);

  record EnumType(ObjectName name, List<String> labels, Attributes attributes) implements DataType {
    public EnumType {
      labels = List.copyOf(labels);
    }

    @Override
    public EnumType with(Attributes newAttributes) {
      return new EnumType(name, labels, newAttributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      var list =
          labels.stream()
              .map(l -> "'" + l.replace("'", "''") + "'")
              .collect(Collectors.joining(", "));
      return Facets.of(attributes).put(Facet.LABELS, list).sorted();
    }
  }

  record CompositeType(ObjectName name, List<Attribute> fields, Attributes attributes)
      implements DataType {
    public CompositeType {
      fields = List.copyOf(fields);
    }

    @Override
    public CompositeType with(Attributes newAttributes) {
      return new CompositeType(name, fields, newAttributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      var facets = Facets.of(attributes);
      facets.names(Facet.ATTRIBUTES, fields.stream().map(Attribute::name).toList());
      fields.forEach(f -> {
        var own = Identifier.quoted(f.name());
        facets.put(Facet.ATTRIBUTE, own, f.text());
        facets.put(Facet.ATTRIBUTE_COMMENT, own, f.comment());
      });
      return facets.sorted();
    }
  }

  /// A field of a composite type.
  record Attribute(
      String name, TypeName type, @Nullable QualifiedName collation, @Nullable String comment) {
    String text() {
      return collation == null ? type.text() : type.text() + " COLLATE " + collation.quoted();
    }
  }

  record DomainType(
      ObjectName name,
      TypeName base,
      @Nullable QualifiedName collation,
      @Nullable ExpressionText defaultValue,
      boolean notNull,
      List<DomainCheck> checks,
      Attributes attributes)
      implements DataType {
    public DomainType {
      checks = List.copyOf(checks);
    }

    @Override
    public DomainType with(Attributes newAttributes) {
      return new DomainType(name, base, collation, defaultValue, notNull, checks, newAttributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      var facets =
          Facets.of(attributes)
              .put(Facet.TYPE, base.text())
              .put(Facet.COLLATION, collation == null ? null : collation.quoted())
              .put(Facet.DEFAULT, defaultValue)
              .flag(Facet.NOT_NULL, notNull);
      checks.forEach(c -> {
        var name = Identifier.quoted(c.name());
        facets.put(Facet.DOMAIN_CHECK, name, "CHECK (" + c.condition().canonical() + ")");
        facets.put(Facet.DOMAIN_CHECK_NOT_VALID, name, c.validated() ? null : "true");
        facets.put(Facet.DOMAIN_CHECK_COMMENT, name, c.comment());
      });
      return facets.sorted();
    }
  }

  record DomainCheck(
      String name, ExpressionText condition, boolean validated, @Nullable String comment) {}

  /// A range or a base type (a shell type if `options` is empty).
  ///
  /// @param range whether it is a range type
  /// @param uses the types, routines and collations that the options name
  record OtherType(
      ObjectName name,
      boolean range,
      SortedMap<String, String> options,
      List<ObjectName> uses,
      Attributes attributes)
      implements DataType {
    public OtherType {
      uses = List.copyOf(uses);
      options = new TreeMap<>(options);
    }

    @Override
    public OtherType with(Attributes newAttributes) {
      return new OtherType(name, range, options, uses, newAttributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      return Facets.of(attributes).flag(Facet.RANGE, range).options(Facet.OPTION, options).sorted();
    }
  }
}
