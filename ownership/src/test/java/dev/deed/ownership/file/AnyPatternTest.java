package dev.deed.ownership.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.ownership.Glob;
import dev.deed.ownership.TablePattern;
import dev.deed.ownership.file.YamlValue.Text;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class AnyPatternTest {

  @Property
  void is_read_again_as_it_is_shown(@ForAll("patterns") TablePattern pattern) {
    var problems = new Problems(new SourceFile("schema-ownership.yaml"));

    assertThat(PatternReader.read(new Text(pattern.toString(), false, Span.NONE), problems))
        .contains(pattern);
  }

  @Provide
  Arbitrary<TablePattern> patterns() {
    return Combinators.combine(globs().injectNull(0.3), globs())
        .as((@Nullable Glob schema, Glob table) -> new TablePattern(schema, table));
  }

  /// With letters that have to be quoted.
  private static Arbitrary<Glob> globs() {
    return Arbitraries.strings()
        .withChars("aB_$-.\"'* é,".toCharArray())
        .ofMaxLength(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(Glob::new)
        .filter(glob -> !glob.isExact() || glob.literalLength() > 0);
  }
}
