class CreateAccount < ActiveRecord::Migration[6.1]
  def up
    execute 'CREATE TABLE account (id bigint PRIMARY KEY, email text NOT NULL);'
  end

  def down
    execute 'DROP TABLE account;'
  end
end
