class AddPhone < ActiveRecord::Migration[6.1]
  def up
    execute 'ALTER TABLE account ADD COLUMN phone text;'
  end

  def down
    execute 'ALTER TABLE account DROP COLUMN phone;'
  end
end
