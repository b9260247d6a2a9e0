delete from third using other o where o.id = third.other_id;
