package dev.deed.cli.job;

import dev.deed.ownership.CopyProvider;
import dev.deed.ownership.SampleSize;
import dev.deed.ownership.TablePattern;
import dev.deed.ownership.file.OwnershipFile;
import dev.deed.sql.UserException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which rows a copy has, as the command line says.
///
/// @param tables patterns; empty for those of the ownership file
/// @param sample null for that of the ownership file
public record RowOptions(List<String> tables, @Nullable String sample) {

  public static final RowOptions NONE = new RowOptions(List.of(), null);

  public RowOptions {
    tables = List.copyOf(tables);
  }

  boolean isGiven() {
    return sample != null || !tables.isEmpty();
  }

  CopyProvider.Dump of(CopyProvider.Dump declared) {
    return new CopyProvider.Dump(
        tables.isEmpty() ? declared.tables() : patterns(tables),
        sample == null ? declared.sample() : size(sample),
        declared.masks());
  }

  /// @throws NotReadable with the first that is not a pattern
  static List<TablePattern> patterns(List<String> texts) {
    return texts.stream()
        .map(text ->
            OwnershipFile.pattern(text)
                .orElseThrow(() ->
                    new NotReadable(
                        "\"%s\" is not a pattern of tables".formatted(text),
                        "write a table, or schema.table, with * for any text")))
        .toList();
  }

  private static SampleSize size(String text) {
    return SampleSize.parse(text)
        .orElseThrow(() ->
            new NotReadable(
                "--sample takes %s, not \"%s\"".formatted(SampleSize.EXPECTED, text),
                "write --sample 5% or --sample 1000"));
  }

  /// An option that cannot be read.
  static final class NotReadable extends UserException {

    private static final long serialVersionUID = 1L;

    NotReadable(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// The provider copies all rows, or none.
  static final class NotHere extends UserException {

    private static final long serialVersionUID = 1L;

    NotHere(String provider) {
      super(
          "the copy provider %s does not choose rows: --tables and --sample are for dump"
              .formatted(provider),
          "--on dump, with an environment: --env staging");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }

  /// The provider knows no masks.
  static final class NotMasked extends UserException {

    private static final long serialVersionUID = 1L;

    NotMasked(String provider, String environment) {
      super(
          "%s has masks for its copies in the ownership file, and the provider %s copies values as they are"
              .formatted(environment, provider),
          "leave out --on, or --on dump");
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
