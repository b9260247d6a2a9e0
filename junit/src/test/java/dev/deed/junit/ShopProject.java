package dev.deed.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A project in a folder, written for one test.
record ShopProject(Path folder) {

  static ShopProject in(Path folder) throws IOException {
    return new ShopProject(folder)
        .file(
            "schema-ownership.yaml",
            """
            version: 1
            databases:
              auth: {}
              main: {}
            services:
              shop:
                owns:
                  auth: ["*"]
                  main: ["*"]
            """)
        .file(
            "migrations/auth/shop/20260101090000_create_users.sql",
            "CREATE TABLE users (id int PRIMARY KEY);\n")
        .file(
            "migrations/main/shop/20260101100000_create_orders.sql",
            """
            -- deed: requires auth/20260101090000
            CREATE TABLE orders (id int PRIMARY KEY, note text);
            INSERT INTO orders VALUES (1, 'from the migration');
            """);
  }

  ShopProject file(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    return this;
  }
}
