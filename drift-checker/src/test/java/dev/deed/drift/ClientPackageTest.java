package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What to install where, and where what is installed is looked for.
class ClientPackageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Linux      | ID=debian                       | apt-get install postgresql-client-17
          Linux      | ID=ubuntu;ID_LIKE=debian        | apt-get install postgresql-client-17
          Linux      | ID="rocky";ID_LIKE="rhel centos fedora" | dnf install postgresql17
          Linux      | ID=fedora                       | dnf install postgresql17
          Linux      | ID="opensuse-leap";ID_LIKE="suse opensuse" | zypper install postgresql17
          Linux      | ID=alpine                       | apk add postgresql17-client
          Linux      | ID=arch                         | pacman -S postgresql
          Linux      | ID=nobody                       | install PostgreSQL's client programs
          Mac OS X   | ID=debian                       | brew install postgresql@17
          Windows 11 | ID=debian                       | install PostgreSQL's command line tools with the installer of postgresql.org
          """)
  void names_the_package_of_the_system(String system, String release, String command) {
    assertThat(ClientPackage.of(system, release.replace(';', '\n')).toInstall("17"))
        .isEqualTo(command);
  }

  @Test
  void needs_no_version_where_none_is_known() {
    assertThat(ClientPackage.of("Linux", "ID=debian").toInstall(null))
        .isEqualTo("apt-get install postgresql-client");
    assertThat(ClientPackage.of("Mac OS X", "").toInstall(null)).isEqualTo("brew install libpq");
  }

  @Test
  void looks_in_the_folders_of_all_versions(@TempDir Path folder) throws IOException {
    for (var name : new String[] {"postgresql/15/bin", "postgresql/18/bin", "pgsql-17/bin"}) {
      Files.createDirectories(folder.resolve(name));
    }
    var top = folder.toString().replace('\\', '/');

    assertThat(PgDumpProgram.matching(top + "/postgresql/*/bin"))
        .containsExactlyInAnyOrder(
            folder.resolve("postgresql/15/bin"), folder.resolve("postgresql/18/bin"));
    assertThat(PgDumpProgram.matching(top + "/pgsql-*"))
        .containsExactly(folder.resolve("pgsql-17"));
    assertThat(PgDumpProgram.matching(top + "/none/*/bin")).isEmpty();
  }
}
