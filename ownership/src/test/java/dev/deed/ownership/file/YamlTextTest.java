package dev.deed.ownership.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.ownership.Owner;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.check.OwnershipMessages;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What advice says to add to the ownership file, added to it.
class YamlTextTest {

  private static final DatabaseName MAIN = new DatabaseName("main");
  private static final SourceFile FILE = new SourceFile("schema-ownership.yaml");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users",
        "Upper",
        "null",
        "On",
        "1984",
        "1e3",
        "-",
        "*",
        "a*b",
        "a b",
        "a: b #c",
        "do\"uble",
        "sin'gle",
        "back\\slash",
        "evil\nname",
        "a\r\n\tb",
        "\u001b[31mred",
        "right\u202Eleft",
        "line\u2028line",
        "zero\u200Bwidth",
        "next\u0085line",
        "\uD83D\uDE80 rocket",
        "tag\uDB40\uDC41",
        "\uFEFFmark",
        "{curly}, [square]",
        "&anchor",
        "!tag",
        "%directive",
        "@at`tick",
      })
  void is_read_as_the_name_that_it_was_written_from(String name) {
    var table = QualifiedName.of("public", name);
    var written =
        new OwnershipMessages(map("[none]"), MAIN, new ServiceName("web"), FILE).pattern(table);

    var owner = map("[%s]".formatted(written));

    assertThat(written).matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
    assertThat(owner.ownerOf(MAIN, table)).isInstanceOf(Owner.OwnedBy.class);
    assertThat(owner.ownerOf(MAIN, QualifiedName.of("public", name + "x")))
        .isInstanceOf(Owner.Unowned.class);
  }

  private static OwnershipMap map(String patterns) {
    var text =
        "version: 1\ndatabases: {main: }\nservices: {web: {owns: {main: %s}}}\n"
            .formatted(patterns);
    var file = OwnershipFile.of(FILE, text.getBytes(StandardCharsets.UTF_8));
    assertThat(file.problems()).isEmpty();
    return file.map();
  }
}
