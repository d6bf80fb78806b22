-- Turnover per organisation and day, from what the jobs bring.
select s.org_id, o.placed_at::date as day, sum(i.quantity * i.price) as turnover
from ods.order_item i
join ods.orders o on o.order_id = i.order_id
join ods.store s on s.store_id = o.store_id
group by s.org_id, o.placed_at::date;
