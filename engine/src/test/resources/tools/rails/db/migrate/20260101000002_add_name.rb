class AddName < ActiveRecord::Migration[6.1]
  def up
    execute 'ALTER TABLE account ADD COLUMN name text;'
  end

  def down
    execute 'ALTER TABLE account DROP COLUMN name;'
  end
end
