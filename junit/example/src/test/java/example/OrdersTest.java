package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deed.junit.MigratedDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@MigratedDatabase
class OrdersTest {

  @Test
  void adds_up_what_a_customer_has_ordered(DataSource shop) throws SQLException {
    try (var connection = shop.getConnection()) {
      order(connection, "Ada", "10.00");
      order(connection, "Ada", "2.50");
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT orders, total FROM order_statistics")) {
        assertTrue(rows.next());
        assertEquals(2, rows.getInt("orders"));
        assertEquals("12.50", rows.getString("total"));
      }
    }
  }

  @Test
  void refuses_a_negative_total(Connection connection) {
    var refusal = assertThrows(SQLException.class, () -> order(connection, "Ada", "-1"));
    assertEquals("23514", refusal.getSQLState());
  }

  @Test
  void begins_without_the_orders_of_other_tests(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM orders")) {
      assertTrue(rows.next());
      assertEquals(0, rows.getInt(1));
    }
  }

  private static void order(Connection connection, String customer, String total)
      throws SQLException {
    var sql = "INSERT INTO orders (customer, total) VALUES (?, ?::numeric)";
    try (var insert = connection.prepareStatement(sql)) {
      insert.setString(1, customer);
      insert.setString(2, total);
      insert.executeUpdate();
    }
  }
}
