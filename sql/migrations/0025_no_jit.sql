-- Whoever asks the public views: the planner takes them for dearer than they are, and compiling takes longer than answering.
-- For the database, as a reader's own program can't be told. Only its owner may say so; without it all is right, and slower.
do $set$
begin
  execute format('alter database %I set jit = off', current_database());
exception
  when insufficient_privilege then null;
end
$set$;
