BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'workout','1','2026-11-21 03:18:01.619885+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'workout','2','2026-11-21 03:18:01.620775+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'workout','3','2026-11-21 03:18:01.626677+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'workout','4','2026-11-21 06:21:16.768414+00:00');
CREATE TABLE act (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER REFERENCES profile(id),
  session_id INTEGER REFERENCES session(id) ON DELETE SET NULL, at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  undoes INTEGER REFERENCES act(id), redoes INTEGER REFERENCES act(id), undone_at INTEGER,
  open INTEGER CHECK (open = 1), about TEXT CHECK (about <> ''),
  CHECK ((undoes IS NOT NULL) = (kind = 'undo')), CHECK ((redoes IS NOT NULL) = (kind = 'redo'))
) STRICT;
INSERT INTO "act" VALUES(1,NULL,NULL,1727192040000,'add lifter',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(2,1,NULL,1727192040000,'add exercises',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(3,1,NULL,1727192040000,'add exercises',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(4,1,NULL,1727192040000,'save template',NULL,NULL,NULL,NULL,'019224ab-0240-7600-8999-50d836f675cc');
INSERT INTO "act" VALUES(5,1,1,1727192040000,'start',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(6,1,1,1727192040000,'log sets',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(7,1,1,1727192040000,'log sets',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(8,1,1,1727192040000,'log sets',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(9,1,1,1727195640000,'finish',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(10,1,NULL,1727195640000,'exercise standing note',NULL,NULL,NULL,NULL,'exercises of 019224ab-0240-769e-b2a7-4de452e6b438');
INSERT INTO "act" VALUES(11,1,NULL,1727195640000,'exercise also called',NULL,NULL,NULL,NULL,'exercises of 019224ab-0240-769e-b2a7-4de452e6b438');
INSERT INTO "act" VALUES(12,1,NULL,1727282040000,'exercise training max',NULL,NULL,NULL,NULL,'exercises of 019224ab-0240-769e-b2a7-4de452e6b438');
INSERT INTO "act" VALUES(13,1,NULL,1727282040000,'add exercises',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(17,1,NULL,1727282040000,'add program',NULL,NULL,NULL,NULL,'01922a08-4cc0-764c-8c38-fb2918f135d2');
INSERT INTO "act" VALUES(18,1,NULL,1727282040000,'start program',NULL,NULL,NULL,NULL,'01922a08-4cc0-764c-8c38-fb2918f135d2');
INSERT INTO "act" VALUES(19,1,2,1727282040000,'start',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(20,1,2,1727282040000,'log sets',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(21,1,2,1727282040000,'log sets',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(22,1,2,1727285640000,'finish',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(23,1,NULL,1727285640000,'skip day',NULL,NULL,NULL,NULL,'01922a08-4cc0-764c-8c38-fb2918f135d2');
INSERT INTO "act" VALUES(24,1,3,1727372040000,'start',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(25,1,3,1727372040000,'discard',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(26,1,4,1727458440000,'start',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(27,1,1,1727458440000,'edit set',NULL,NULL,1727458440000,NULL,NULL);
INSERT INTO "act" VALUES(28,1,1,1727458440000,'undo',27,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(29,1,1,1727544842400,'edit set',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES(30,1,1,1727544844600,'edit set',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, act_id INTEGER,
  entity TEXT NOT NULL, entity_id INTEGER NOT NULL, session_id INTEGER,
  op TEXT NOT NULL CHECK (op IN ('I', 'U', 'D')), old TEXT, new TEXT,
  CHECK ((op = 'D') = (new IS NULL)), CHECK ((op = 'D') = (old IS NOT NULL))
) STRICT;
INSERT INTO "audit" VALUES(1,1727192040000,1,'profile',1,NULL,'I',NULL,'{"id":1,"uid":"019224ab-0240-769e-b2a7-4de452e6b438","name":"Ann","name_key":"ann","unit":"kg","day_start":0,"week_start":1,"rest_s":120,"rest_auto":1,"bell":1}');
INSERT INTO "audit" VALUES(2,1727192040000,1,'program',1,NULL,'I',NULL,'{"id":1,"uid":"019224ab-0240-7c5c-a6a3-a4506513270e","profile_id":1,"name":"Workouts","name_key":"workouts","kind":"loose"}');
INSERT INTO "audit" VALUES(3,1727192040000,1,'template',1,NULL,'I',NULL,'{"id":1,"uid":"019224ab-0240-792f-923f-0824128b2f33","program_id":1,"week":0,"day":0,"slug":"empty-workout","name":"Empty workout","reserved":1}');
INSERT INTO "audit" VALUES(4,1727192040000,1,'bar',1,NULL,'I',NULL,'{"id":1,"profile_id":1,"load":10000,"unit":"kg"}');
INSERT INTO "audit" VALUES(5,1727192040000,1,'bar',2,NULL,'I',NULL,'{"id":2,"profile_id":1,"load":15000,"unit":"kg"}');
INSERT INTO "audit" VALUES(6,1727192040000,1,'bar',3,NULL,'I',NULL,'{"id":3,"profile_id":1,"load":20000,"unit":"kg"}');
INSERT INTO "audit" VALUES(7,1727192040000,1,'plate',1,NULL,'I',NULL,'{"id":1,"profile_id":1,"load":25000,"unit":"kg","pairs":2}');
INSERT INTO "audit" VALUES(8,1727192040000,1,'plate',2,NULL,'I',NULL,'{"id":2,"profile_id":1,"load":20000,"unit":"kg","pairs":1}');
INSERT INTO "audit" VALUES(9,1727192040000,1,'plate',3,NULL,'I',NULL,'{"id":3,"profile_id":1,"load":15000,"unit":"kg","pairs":1}');
INSERT INTO "audit" VALUES(10,1727192040000,1,'plate',4,NULL,'I',NULL,'{"id":4,"profile_id":1,"load":10000,"unit":"kg","pairs":2}');
INSERT INTO "audit" VALUES(11,1727192040000,1,'plate',5,NULL,'I',NULL,'{"id":5,"profile_id":1,"load":5000,"unit":"kg","pairs":2}');
INSERT INTO "audit" VALUES(12,1727192040000,1,'plate',6,NULL,'I',NULL,'{"id":6,"profile_id":1,"load":2500,"unit":"kg","pairs":1}');
INSERT INTO "audit" VALUES(13,1727192040000,1,'plate',7,NULL,'I',NULL,'{"id":7,"profile_id":1,"load":1250,"unit":"kg","pairs":1}');
INSERT INTO "audit" VALUES(14,1727192040000,1,'bar',4,NULL,'I',NULL,'{"id":4,"profile_id":1,"load":25000,"unit":"lb"}');
INSERT INTO "audit" VALUES(15,1727192040000,1,'bar',5,NULL,'I',NULL,'{"id":5,"profile_id":1,"load":35000,"unit":"lb"}');
INSERT INTO "audit" VALUES(16,1727192040000,1,'bar',6,NULL,'I',NULL,'{"id":6,"profile_id":1,"load":45000,"unit":"lb"}');
INSERT INTO "audit" VALUES(17,1727192040000,1,'plate',8,NULL,'I',NULL,'{"id":8,"profile_id":1,"load":45000,"unit":"lb","pairs":4}');
INSERT INTO "audit" VALUES(18,1727192040000,1,'plate',9,NULL,'I',NULL,'{"id":9,"profile_id":1,"load":35000,"unit":"lb","pairs":1}');
INSERT INTO "audit" VALUES(19,1727192040000,1,'plate',10,NULL,'I',NULL,'{"id":10,"profile_id":1,"load":25000,"unit":"lb","pairs":1}');
INSERT INTO "audit" VALUES(20,1727192040000,1,'plate',11,NULL,'I',NULL,'{"id":11,"profile_id":1,"load":10000,"unit":"lb","pairs":2}');
INSERT INTO "audit" VALUES(21,1727192040000,1,'plate',12,NULL,'I',NULL,'{"id":12,"profile_id":1,"load":5000,"unit":"lb","pairs":2}');
INSERT INTO "audit" VALUES(22,1727192040000,1,'plate',13,NULL,'I',NULL,'{"id":13,"profile_id":1,"load":2500,"unit":"lb","pairs":1}');
INSERT INTO "audit" VALUES(23,1727192040000,2,'exercise',1,NULL,'I',NULL,'{"id":1,"uid":"019224ab-0240-7531-9d9d-c9f81818e811","name":"Bench Press","name_key":"bench press","measure":"weight","equipment":""}');
INSERT INTO "audit" VALUES(24,1727192040000,3,'exercise',2,NULL,'I',NULL,'{"id":2,"uid":"019224ab-0240-71e7-a8e2-5d940ed90475","name":"Overhead Press","name_key":"overhead press","measure":"weight","equipment":""}');
INSERT INTO "audit" VALUES(25,1727192040000,4,'template',2,NULL,'I',NULL,'{"id":2,"uid":"019224ab-0240-7600-8999-50d836f675cc","program_id":1,"week":0,"day":1,"slug":"push-a","name":"Push A","reserved":0}');
INSERT INTO "audit" VALUES(26,1727192040000,4,'template_exercise',1,NULL,'I',NULL,'{"id":1,"uid":"019224ab-0240-71e2-ab0d-549b6f03675a","template_id":2,"position":1,"exercise_id":1,"superset":"","note":""}');
INSERT INTO "audit" VALUES(27,1727192040000,4,'template_set',1,NULL,'I',NULL,'{"id":1,"template_exercise_id":1,"n":1,"kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(28,1727192040000,4,'template_set',2,NULL,'I',NULL,'{"id":2,"template_exercise_id":1,"n":2,"kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(29,1727192040000,4,'template_set',3,NULL,'I',NULL,'{"id":3,"template_exercise_id":1,"n":3,"kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(30,1727192040000,4,'template_exercise',2,NULL,'I',NULL,'{"id":2,"uid":"019224ab-0240-7d11-9738-f7d93d9c1724","template_id":2,"position":2,"exercise_id":2,"superset":"","note":""}');
INSERT INTO "audit" VALUES(31,1727192040000,4,'template_set',4,NULL,'I',NULL,'{"id":4,"template_exercise_id":2,"n":1,"kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(32,1727192040000,4,'template_set',5,NULL,'I',NULL,'{"id":5,"template_exercise_id":2,"n":2,"kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(33,1727192040000,4,'template_set',6,NULL,'I',NULL,'{"id":6,"template_exercise_id":2,"n":3,"kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(34,1727192040000,5,'session',1,1,'I',NULL,'{"id":1,"uid":"019224ab-0240-73ac-8f21-ddb66cad4a26","profile_id":1,"template_id":2,"occurrence":1,"title":"Push A","local_date":"2024-09-24","started_at":1727192040000,"utc_offset_min":120,"status":"active","note":"","template_revision":9}');
INSERT INTO "audit" VALUES(35,1727192040000,5,'session_exercise',1,1,'I',NULL,'{"id":1,"uid":"019224ab-0240-728c-9fb1-7c2390c192cf","session_id":1,"position":1,"exercise_id":1,"superset":"","note":""}');
INSERT INTO "audit" VALUES(36,1727192040000,5,'planned_set',1,1,'I',NULL,'{"id":1,"uid":"019224ab-0240-709f-a170-b33839263059","session_exercise_id":1,"n":1,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(37,1727192040000,5,'planned_set',2,1,'I',NULL,'{"id":2,"uid":"019224ab-0240-7fd6-b29d-0da9953f48f1","session_exercise_id":1,"n":2,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(38,1727192040000,5,'planned_set',3,1,'I',NULL,'{"id":3,"uid":"019224ab-0240-758c-95e6-0af593bd04cf","session_exercise_id":1,"n":3,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(39,1727192040000,5,'session_exercise',2,1,'I',NULL,'{"id":2,"uid":"019224ab-0240-7898-b9eb-dacc0cb1e29c","session_id":1,"position":2,"exercise_id":2,"superset":"","note":""}');
INSERT INTO "audit" VALUES(40,1727192040000,5,'planned_set',4,1,'I',NULL,'{"id":4,"uid":"019224ab-0240-7bc4-8e81-973e0becd7b0","session_exercise_id":2,"n":1,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(41,1727192040000,5,'planned_set',5,1,'I',NULL,'{"id":5,"uid":"019224ab-0240-7b4c-8a23-d5962217bead","session_exercise_id":2,"n":2,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(42,1727192040000,5,'planned_set',6,1,'I',NULL,'{"id":6,"uid":"019224ab-0240-7e27-8a6a-63ec24ede6a4","session_exercise_id":2,"n":3,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(43,1727192040000,6,'performed_set',1,1,'I',NULL,'{"id":1,"uid":"019224ab-0240-7f6d-8ef8-aa3892276658","session_exercise_id":1,"n":1,"kind":"work","load":100000,"unit":"kg","reps":5,"note":"","at":1727192040000}');
INSERT INTO "audit" VALUES(44,1727192040000,6,'planned_set',1,1,'U',NULL,'{"id":1,"uid":"019224ab-0240-709f-a170-b33839263059","session_exercise_id":1,"n":1,"state":"done","set_uid":"019224ab-0240-7f6d-8ef8-aa3892276658","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(45,1727192040000,7,'performed_set',2,1,'I',NULL,'{"id":2,"uid":"019224ab-0240-7e44-ae97-ba94d0eda82f","session_exercise_id":1,"n":2,"kind":"work","load":100000,"unit":"kg","reps":5,"note":"","at":1727192040000}');
INSERT INTO "audit" VALUES(46,1727192040000,7,'planned_set',2,1,'U',NULL,'{"id":2,"uid":"019224ab-0240-7fd6-b29d-0da9953f48f1","session_exercise_id":1,"n":2,"state":"done","set_uid":"019224ab-0240-7e44-ae97-ba94d0eda82f","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(47,1727192040000,8,'performed_set',3,1,'I',NULL,'{"id":3,"uid":"019224ab-0240-723a-94e3-bf911a61dbe2","session_exercise_id":1,"n":3,"kind":"work","load":100000,"unit":"kg","reps":4,"note":"","at":1727192040000}');
INSERT INTO "audit" VALUES(48,1727192040000,8,'planned_set',3,1,'U',NULL,'{"id":3,"uid":"019224ab-0240-758c-95e6-0af593bd04cf","session_exercise_id":1,"n":3,"state":"done","set_uid":"019224ab-0240-723a-94e3-bf911a61dbe2","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(49,1727195640000,9,'session',1,1,'U',NULL,'{"id":1,"uid":"019224ab-0240-73ac-8f21-ddb66cad4a26","profile_id":1,"template_id":2,"occurrence":1,"title":"Push A","local_date":"2024-09-24","started_at":1727192040000,"utc_offset_min":120,"ended_at":1727195640000,"status":"completed","note":"","template_revision":9}');
INSERT INTO "audit" VALUES(50,1727195640000,10,'exercise_setting',1,NULL,'I',NULL,'{"id":1,"profile_id":1,"exercise_id":1,"note":"seat 4"}');
INSERT INTO "audit" VALUES(51,1727195640000,11,'exercise_alias',1,NULL,'I',NULL,'{"id":1,"exercise_id":1,"alias":"BP","alias_key":"bp"}');
INSERT INTO "audit" VALUES(52,1727282040000,12,'exercise_setting',1,NULL,'U',NULL,'{"id":1,"profile_id":1,"exercise_id":1,"note":"seat 4","training_max":140000,"training_max_unit":"kg"}');
INSERT INTO "audit" VALUES(53,1727282040000,13,'exercise',4,NULL,'I',NULL,'{"id":4,"uid":"01922a08-4cc0-7f55-b018-50c5a38fd547","name":"Squat","name_key":"squat","measure":"weight","equipment":""}');
INSERT INTO "audit" VALUES(54,1727282040000,17,'program',3,NULL,'I',NULL,'{"id":3,"uid":"01922a08-4cc0-764c-8c38-fb2918f135d2","profile_id":1,"name":"Two days","name_key":"two days","kind":"cycle"}');
INSERT INTO "audit" VALUES(55,1727282040000,17,'template',3,NULL,'I',NULL,'{"id":3,"uid":"01922a08-4cc0-7f42-907a-70c31012f037","program_id":3,"week":0,"day":0,"slug":"a","name":"A","reserved":0}');
INSERT INTO "audit" VALUES(56,1727282040000,17,'template_exercise',3,NULL,'I',NULL,'{"id":3,"uid":"01922a08-4cc0-7f15-b4b9-b5df9e7769b1","template_id":3,"position":1,"exercise_id":4,"superset":"","step":2500,"step_unit":"kg","note":""}');
INSERT INTO "audit" VALUES(57,1727282040000,17,'template_set',7,NULL,'I',NULL,'{"id":7,"template_exercise_id":3,"n":1,"kind":"work","reps_lo":5,"reps_hi":5,"percent10":750}');
INSERT INTO "audit" VALUES(58,1727282040000,17,'template_set',8,NULL,'I',NULL,'{"id":8,"template_exercise_id":3,"n":2,"kind":"work","reps_lo":5,"reps_hi":5,"percent10":850}');
INSERT INTO "audit" VALUES(59,1727282040000,17,'template_exercise',4,NULL,'I',NULL,'{"id":4,"uid":"01922a08-4cc0-7d76-881e-d162ae2eb154","template_id":3,"position":2,"exercise_id":2,"superset":"","step":2500,"step_unit":"kg","note":"","deload_percent":10,"deload_after":3}');
INSERT INTO "audit" VALUES(60,1727282040000,17,'template_set',9,NULL,'I',NULL,'{"id":9,"template_exercise_id":4,"n":1,"kind":"work","reps_lo":5,"reps_hi":5,"load":40000,"unit":"kg"}');
INSERT INTO "audit" VALUES(61,1727282040000,17,'template_set',10,NULL,'I',NULL,'{"id":10,"template_exercise_id":4,"n":2,"kind":"work","reps_lo":5,"reps_hi":5,"load":40000,"unit":"kg"}');
INSERT INTO "audit" VALUES(62,1727282040000,17,'template',4,NULL,'I',NULL,'{"id":4,"uid":"01922a08-4cc0-7731-906b-f2efc6f87718","program_id":3,"week":0,"day":1,"slug":"b","name":"B","reserved":0}');
INSERT INTO "audit" VALUES(63,1727282040000,17,'template_exercise',5,NULL,'I',NULL,'{"id":5,"uid":"01922a08-4cc0-7403-ac66-a78795e761d1","template_id":4,"position":1,"exercise_id":1,"superset":"","step":2500,"step_unit":"kg","note":""}');
INSERT INTO "audit" VALUES(64,1727282040000,17,'template_set',11,NULL,'I',NULL,'{"id":11,"template_exercise_id":5,"n":1,"kind":"work","reps_lo":5,"reps_hi":5,"percent10":750}');
INSERT INTO "audit" VALUES(65,1727282040000,17,'template_set',12,NULL,'I',NULL,'{"id":12,"template_exercise_id":5,"n":2,"kind":"work","reps_lo":5,"reps_hi":5,"percent10":850}');
INSERT INTO "audit" VALUES(66,1727282040000,17,'template_exercise',6,NULL,'I',NULL,'{"id":6,"uid":"01922a08-4cc0-7f98-8cbd-87ad5c90a958","template_id":4,"position":2,"exercise_id":2,"superset":"","step":2500,"step_unit":"kg","note":"","deload_percent":10,"deload_after":3}');
INSERT INTO "audit" VALUES(67,1727282040000,17,'template_set',13,NULL,'I',NULL,'{"id":13,"template_exercise_id":6,"n":1,"kind":"work","reps_lo":5,"reps_hi":5,"load":40000,"unit":"kg"}');
INSERT INTO "audit" VALUES(68,1727282040000,17,'template_set',14,NULL,'I',NULL,'{"id":14,"template_exercise_id":6,"n":2,"kind":"work","reps_lo":5,"reps_hi":5,"load":40000,"unit":"kg"}');
INSERT INTO "audit" VALUES(69,1727282040000,18,'program_run',1,NULL,'I',NULL,'{"id":1,"uid":"01922a08-4cc0-72f1-ae05-319acb5c7427","profile_id":1,"program_id":3,"started_on":"2024-09-25","began_at":1727282040000}');
INSERT INTO "audit" VALUES(70,1727282040000,19,'session',2,2,'I',NULL,'{"id":2,"uid":"01922a08-4cc0-74f4-be7d-1bfbc7a2ea20","profile_id":1,"template_id":3,"occurrence":1,"title":"A","local_date":"2024-09-25","started_at":1727282040000,"utc_offset_min":120,"status":"active","note":"","template_revision":7}');
INSERT INTO "audit" VALUES(71,1727282040000,19,'session_exercise',3,2,'I',NULL,'{"id":3,"uid":"01922a08-4cc0-7673-8cdd-2055930d6eaf","session_id":2,"position":1,"exercise_id":4,"superset":"","step":2500,"step_unit":"kg","note":""}');
INSERT INTO "audit" VALUES(72,1727282040000,19,'planned_set',7,2,'I',NULL,'{"id":7,"uid":"01922a08-4cc0-77ee-a009-02c77ebff206","session_exercise_id":3,"n":1,"state":"open","kind":"work","reps_lo":5,"reps_hi":5}');
INSERT INTO "audit" VALUES(73,1727282040000,19,'planned_set',8,2,'I',NULL,'{"id":8,"uid":"01922a08-4cc0-79b6-b2e6-cc3ababced20","session_exercise_id":3,"n":2,"state":"open","kind":"work","reps_lo":5,"reps_hi":5}');
INSERT INTO "audit" VALUES(74,1727282040000,19,'session_exercise',4,2,'I',NULL,'{"id":4,"uid":"01922a08-4cc0-72bd-baec-bd389be4bcfc","session_id":2,"position":2,"exercise_id":2,"superset":"","step":2500,"step_unit":"kg","note":""}');
INSERT INTO "audit" VALUES(75,1727282040000,19,'planned_set',9,2,'I',NULL,'{"id":9,"uid":"01922a08-4cc0-7b0a-830e-07bc1e398f10","session_exercise_id":4,"n":1,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":40000,"unit":"kg"}');
INSERT INTO "audit" VALUES(76,1727282040000,19,'planned_set',10,2,'I',NULL,'{"id":10,"uid":"01922a08-4cc0-7790-81d3-fcff2a3af4d4","session_exercise_id":4,"n":2,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":40000,"unit":"kg"}');
INSERT INTO "audit" VALUES(77,1727282040000,20,'performed_set',4,2,'I',NULL,'{"id":4,"uid":"01922a08-4cc0-7d2c-aeea-cbe226e87555","session_exercise_id":3,"n":1,"kind":"work","load":105000,"unit":"kg","reps":5,"note":"","at":1727282040000}');
INSERT INTO "audit" VALUES(78,1727282040000,20,'planned_set',7,2,'U',NULL,'{"id":7,"uid":"01922a08-4cc0-77ee-a009-02c77ebff206","session_exercise_id":3,"n":1,"state":"done","set_uid":"01922a08-4cc0-7d2c-aeea-cbe226e87555","kind":"work","reps_lo":5,"reps_hi":5}');
INSERT INTO "audit" VALUES(79,1727282040000,21,'performed_set',5,2,'I',NULL,'{"id":5,"uid":"01922a08-4cc0-7646-8a09-7c976bf46c69","session_exercise_id":3,"n":2,"kind":"work","load":120000,"unit":"kg","reps":5,"note":"","at":1727282040000}');
INSERT INTO "audit" VALUES(80,1727282040000,21,'planned_set',8,2,'U',NULL,'{"id":8,"uid":"01922a08-4cc0-79b6-b2e6-cc3ababced20","session_exercise_id":3,"n":2,"state":"done","set_uid":"01922a08-4cc0-7646-8a09-7c976bf46c69","kind":"work","reps_lo":5,"reps_hi":5}');
INSERT INTO "audit" VALUES(81,1727285640000,22,'session',2,2,'U',NULL,'{"id":2,"uid":"01922a08-4cc0-74f4-be7d-1bfbc7a2ea20","profile_id":1,"template_id":3,"occurrence":1,"title":"A","local_date":"2024-09-25","started_at":1727282040000,"utc_offset_min":120,"ended_at":1727285640000,"status":"completed","note":"","template_revision":7}');
INSERT INTO "audit" VALUES(82,1727285640000,23,'program_skip',1,NULL,'I',NULL,'{"id":1,"run_id":1,"template_id":4,"at":1727285640000}');
INSERT INTO "audit" VALUES(83,1727372040000,24,'session',3,3,'I',NULL,'{"id":3,"uid":"01922f65-9740-73ba-93de-ef86ab1031d0","profile_id":1,"template_id":2,"occurrence":2,"title":"Push A","local_date":"2024-09-26","started_at":1727372040000,"utc_offset_min":120,"status":"active","note":"","template_revision":9}');
INSERT INTO "audit" VALUES(84,1727372040000,24,'session_exercise',5,3,'I',NULL,'{"id":5,"uid":"01922f65-9740-7a02-92b1-d3f28ede0d7a","session_id":3,"position":1,"exercise_id":1,"superset":"","note":""}');
INSERT INTO "audit" VALUES(85,1727372040000,24,'planned_set',11,3,'I',NULL,'{"id":11,"uid":"01922f65-9740-7051-917f-9acae01f5057","session_exercise_id":5,"n":1,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(86,1727372040000,24,'planned_set',12,3,'I',NULL,'{"id":12,"uid":"01922f65-9740-79a5-b1fe-e08f57124242","session_exercise_id":5,"n":2,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(87,1727372040000,24,'planned_set',13,3,'I',NULL,'{"id":13,"uid":"01922f65-9740-7474-bf26-144b98289fcd","session_exercise_id":5,"n":3,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(88,1727372040000,24,'session_exercise',6,3,'I',NULL,'{"id":6,"uid":"01922f65-9740-719a-b4c9-df6acc011cdd","session_id":3,"position":2,"exercise_id":2,"superset":"","note":""}');
INSERT INTO "audit" VALUES(89,1727372040000,24,'planned_set',14,3,'I',NULL,'{"id":14,"uid":"01922f65-9740-71d6-97f5-e837d70820fe","session_exercise_id":6,"n":1,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(90,1727372040000,24,'planned_set',15,3,'I',NULL,'{"id":15,"uid":"01922f65-9740-7271-b95e-8229451abd81","session_exercise_id":6,"n":2,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(91,1727372040000,24,'planned_set',16,3,'I',NULL,'{"id":16,"uid":"01922f65-9740-7f88-90a3-d6b2aa05e11a","session_exercise_id":6,"n":3,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":100000,"unit":"kg"}');
INSERT INTO "audit" VALUES(92,1727372040000,25,'session',3,3,'U',NULL,'{"id":3,"uid":"01922f65-9740-73ba-93de-ef86ab1031d0","profile_id":1,"template_id":2,"occurrence":2,"title":"Push A","local_date":"2024-09-26","started_at":1727372040000,"utc_offset_min":120,"ended_at":1727372040000,"status":"discarded","note":"","template_revision":9}');
INSERT INTO "audit" VALUES(93,1727458440000,26,'session',4,4,'I',NULL,'{"id":4,"uid":"0192348b-f340-7f42-b394-fb36bb2d420f","profile_id":1,"template_id":4,"occurrence":1,"title":"B","local_date":"2024-09-27","started_at":1727458440000,"utc_offset_min":120,"status":"active","note":"","template_revision":7}');
INSERT INTO "audit" VALUES(94,1727458440000,26,'session_exercise',7,4,'I',NULL,'{"id":7,"uid":"0192348b-f340-7e3b-93f4-48b3a5aa3c81","session_id":4,"position":1,"exercise_id":1,"superset":"","step":2500,"step_unit":"kg","note":""}');
INSERT INTO "audit" VALUES(95,1727458440000,26,'planned_set',17,4,'I',NULL,'{"id":17,"uid":"0192348b-f340-7215-9269-a9a5ae658f33","session_exercise_id":7,"n":1,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":105000,"unit":"kg"}');
INSERT INTO "audit" VALUES(96,1727458440000,26,'planned_set',18,4,'I',NULL,'{"id":18,"uid":"0192348b-f340-72c3-b774-eb5248db40af","session_exercise_id":7,"n":2,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":120000,"unit":"kg"}');
INSERT INTO "audit" VALUES(97,1727458440000,26,'session_exercise',8,4,'I',NULL,'{"id":8,"uid":"0192348b-f340-78d5-ab2c-d31ee3151288","session_id":4,"position":2,"exercise_id":2,"superset":"","step":2500,"step_unit":"kg","note":""}');
INSERT INTO "audit" VALUES(98,1727458440000,26,'planned_set',19,4,'I',NULL,'{"id":19,"uid":"0192348b-f340-7631-b0ce-583505c6af07","session_exercise_id":8,"n":1,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":40000,"unit":"kg"}');
INSERT INTO "audit" VALUES(99,1727458440000,26,'planned_set',20,4,'I',NULL,'{"id":20,"uid":"0192348b-f340-7c65-ab05-37e65affb229","session_exercise_id":8,"n":2,"state":"open","kind":"work","reps_lo":5,"reps_hi":5,"load":40000,"unit":"kg"}');
INSERT INTO "audit" VALUES(100,1727458440000,27,'performed_set',1,1,'U',NULL,'{"id":1,"uid":"019224ab-0240-7f6d-8ef8-aa3892276658","session_exercise_id":1,"n":1,"kind":"work","load":102500,"unit":"kg","reps":5,"note":"","at":1727192040000}');
INSERT INTO "audit" VALUES(101,1727458440000,28,'performed_set',1,1,'U',NULL,'{"id":1,"uid":"019224ab-0240-7f6d-8ef8-aa3892276658","session_exercise_id":1,"n":1,"kind":"work","load":100000,"unit":"kg","reps":5,"note":"","at":1727192040000}');
INSERT INTO "audit" VALUES(102,1727544842400,29,'performed_set',1,1,'U',NULL,'{"id":1,"uid":"019224ab-0240-7f6d-8ef8-aa3892276658","session_exercise_id":1,"n":1,"kind":"work","load":101000,"unit":"kg","reps":5,"note":"","at":1727192040000}');
INSERT INTO "audit" VALUES(103,1727544844600,30,'performed_set',1,1,'U',NULL,'{"id":1,"uid":"019224ab-0240-7f6d-8ef8-aa3892276658","session_exercise_id":1,"n":1,"kind":"work","load":102000,"unit":"kg","reps":5,"note":"","at":1727192040000}');
CREATE TABLE bar (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER NOT NULL REFERENCES profile(id),
  load INTEGER NOT NULL CHECK (load BETWEEN 0 AND 100000), unit TEXT NOT NULL CHECK (unit IN ('kg', 'lb')),
  UNIQUE (profile_id, unit, load)
) STRICT;
INSERT INTO "bar" VALUES(1,1,10000,'kg');
INSERT INTO "bar" VALUES(2,1,15000,'kg');
INSERT INTO "bar" VALUES(3,1,20000,'kg');
INSERT INTO "bar" VALUES(4,1,25000,'lb');
INSERT INTO "bar" VALUES(5,1,35000,'lb');
INSERT INTO "bar" VALUES(6,1,45000,'lb');
CREATE TABLE device (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL CHECK (uid <> ''), at INTEGER NOT NULL,
  last_set INTEGER NOT NULL CHECK (last_set >= 0), others_out_at INTEGER
) STRICT;
INSERT INTO "device" VALUES(1,'device a',1727544840000,0,NULL);
CREATE TABLE exercise (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  name TEXT NOT NULL CHECK (name = trim(name) AND name <> ''),
  name_key TEXT NOT NULL UNIQUE CHECK (name_key <> ''),
  measure TEXT NOT NULL CHECK (measure IN ('weight', 'bodyweight', 'time', 'distance')),
  equipment TEXT NOT NULL DEFAULT '', archived_at INTEGER
) STRICT;
INSERT INTO "exercise" VALUES(1,'019224ab-0240-7531-9d9d-c9f81818e811','Bench Press','bench press','weight','',NULL);
INSERT INTO "exercise" VALUES(2,'019224ab-0240-71e7-a8e2-5d940ed90475','Overhead Press','overhead press','weight','',NULL);
INSERT INTO "exercise" VALUES(4,'01922a08-4cc0-7f55-b018-50c5a38fd547','Squat','squat','weight','',NULL);
CREATE TABLE exercise_alias (
  id INTEGER PRIMARY KEY AUTOINCREMENT, exercise_id INTEGER NOT NULL REFERENCES exercise(id),
  alias TEXT NOT NULL CHECK (alias = trim(alias) AND alias <> ''),
  alias_key TEXT NOT NULL UNIQUE CHECK (alias_key <> '')
) STRICT;
INSERT INTO "exercise_alias" VALUES(1,1,'BP','bp');
CREATE TABLE exercise_muscle (
  id INTEGER PRIMARY KEY AUTOINCREMENT, exercise_id INTEGER NOT NULL REFERENCES exercise(id),
  muscle TEXT NOT NULL CHECK (muscle <> ''), part TEXT NOT NULL CHECK (part IN ('primary', 'secondary')),
  UNIQUE (exercise_id, muscle)
) STRICT;
CREATE TABLE exercise_setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER NOT NULL REFERENCES profile(id),
  exercise_id INTEGER NOT NULL REFERENCES exercise(id), note TEXT NOT NULL DEFAULT '',
  step INTEGER CHECK (step BETWEEN 1 AND 100000), step_unit TEXT CHECK (step_unit IN ('kg', 'lb')),
  bar INTEGER CHECK (bar BETWEEN 0 AND 100000), bar_unit TEXT CHECK (bar_unit IN ('kg', 'lb')),
  rest_s INTEGER CHECK (rest_s BETWEEN 0 AND 3600), unit TEXT CHECK (unit IN ('kg', 'lb')),
  distance_unit TEXT CHECK (distance_unit IN ('m', 'km', 'mi', 'yd', 'ft')), load_of TEXT CHECK (load_of IN ('total', 'each')), by_side INTEGER CHECK (by_side IN (0, 1)), training_max INTEGER CHECK (training_max BETWEEN 1 AND 2000000), training_max_unit TEXT
  CHECK (training_max_unit IN ('kg', 'lb')) CHECK ((training_max IS NULL) = (training_max_unit IS NULL)),
  UNIQUE (profile_id, exercise_id),
  CHECK ((step IS NULL) = (step_unit IS NULL)), CHECK ((bar IS NULL) = (bar_unit IS NULL))
) STRICT;
INSERT INTO "exercise_setting" VALUES(1,1,1,'seat 4',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,140000,'kg');
CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  profile_id INTEGER NOT NULL REFERENCES profile(id), format TEXT NOT NULL CHECK (format <> ''),
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64), at INTEGER NOT NULL
) STRICT;
CREATE TABLE import_session (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER NOT NULL REFERENCES profile(id),
  source TEXT NOT NULL CHECK (source <> ''), source_key TEXT NOT NULL CHECK (source_key <> ''),
  batch_id INTEGER NOT NULL REFERENCES import_batch(id), session_id INTEGER NOT NULL UNIQUE REFERENCES session(id),
  UNIQUE (profile_id, source, source_key)
) STRICT;
CREATE TABLE import_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT, import_session_id INTEGER NOT NULL REFERENCES import_session(id),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1), batch_id INTEGER NOT NULL REFERENCES import_batch(id),
  set_uid TEXT NOT NULL UNIQUE, base TEXT NOT NULL CHECK (json_valid(base)),
  UNIQUE (import_session_id, ordinal)
) STRICT;
CREATE TABLE metric (
  name TEXT PRIMARY KEY CHECK (name <> ''), value INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "metric" VALUES('cache.hit',5,1727285640000);
INSERT INTO "metric" VALUES('save_ms:0.25',21,1727285640000);
INSERT INTO "metric" VALUES('saves',21,1727285640000);
CREATE TABLE performed_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  session_exercise_id INTEGER NOT NULL REFERENCES session_exercise(id),
  n INTEGER NOT NULL CHECK (n <> 0 AND n BETWEEN -100 AND 99),
  kind TEXT NOT NULL DEFAULT 'work' CHECK (kind IN ('work', 'warmup', 'drop', 'failure')),
  load INTEGER CHECK (load BETWEEN -1000000 AND 2000000), unit TEXT CHECK (unit IN ('kg', 'lb')),
  reps INTEGER CHECK (reps BETWEEN 0 AND 999),
  seconds INTEGER CHECK (seconds BETWEEN 0 AND 604800), distance INTEGER CHECK (distance BETWEEN 0 AND 1000000000),
  distance_unit TEXT CHECK (distance_unit IN ('m', 'km', 'mi', 'yd', 'ft')),
  rpe10 INTEGER CHECK (rpe10 BETWEEN 0 AND 100), note TEXT NOT NULL DEFAULT '', at INTEGER NOT NULL,
  UNIQUE (session_exercise_id, n),
  CHECK ((load IS NULL) = (unit IS NULL)), CHECK ((distance IS NULL) = (distance_unit IS NULL)),
  CHECK (reps IS NOT NULL OR seconds IS NOT NULL OR distance IS NOT NULL)
) STRICT;
INSERT INTO "performed_set" VALUES(1,'019224ab-0240-7f6d-8ef8-aa3892276658',1,1,'work',102000,'kg',5,NULL,NULL,NULL,NULL,'',1727192040000);
INSERT INTO "performed_set" VALUES(2,'019224ab-0240-7e44-ae97-ba94d0eda82f',1,2,'work',100000,'kg',5,NULL,NULL,NULL,NULL,'',1727192040000);
INSERT INTO "performed_set" VALUES(3,'019224ab-0240-723a-94e3-bf911a61dbe2',1,3,'work',100000,'kg',4,NULL,NULL,NULL,NULL,'',1727192040000);
INSERT INTO "performed_set" VALUES(4,'01922a08-4cc0-7d2c-aeea-cbe226e87555',3,1,'work',105000,'kg',5,NULL,NULL,NULL,NULL,'',1727282040000);
INSERT INTO "performed_set" VALUES(5,'01922a08-4cc0-7646-8a09-7c976bf46c69',3,2,'work',120000,'kg',5,NULL,NULL,NULL,NULL,'',1727282040000);
CREATE TABLE planned_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  session_exercise_id INTEGER NOT NULL REFERENCES session_exercise(id),
  n INTEGER NOT NULL CHECK (n <> 0 AND n BETWEEN -100 AND 99),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'skipped')),
  set_uid TEXT REFERENCES performed_set(uid) DEFERRABLE INITIALLY DEFERRED
    CHECK ((set_uid IS NOT NULL) = (state = 'done')),
  kind TEXT NOT NULL DEFAULT 'work' CHECK (kind IN ('work', 'warmup', 'drop', 'failure')),
  reps_lo INTEGER CHECK (reps_lo BETWEEN 0 AND 999), reps_hi INTEGER CHECK (reps_hi BETWEEN 0 AND 999),
  load INTEGER CHECK (load BETWEEN -1000000 AND 2000000), unit TEXT CHECK (unit IN ('kg', 'lb')),
  seconds INTEGER CHECK (seconds BETWEEN 0 AND 604800), distance INTEGER CHECK (distance BETWEEN 0 AND 1000000000),
  distance_unit TEXT CHECK (distance_unit IN ('m', 'km', 'mi', 'yd', 'ft')),
  rpe10 INTEGER CHECK (rpe10 BETWEEN 0 AND 100),
  UNIQUE (session_exercise_id, n), CHECK (reps_lo <= reps_hi), CHECK ((reps_lo IS NULL) = (reps_hi IS NULL)),
  CHECK ((load IS NULL) = (unit IS NULL)), CHECK ((distance IS NULL) = (distance_unit IS NULL))
) STRICT;
INSERT INTO "planned_set" VALUES(1,'019224ab-0240-709f-a170-b33839263059',1,1,'done','019224ab-0240-7f6d-8ef8-aa3892276658','work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(2,'019224ab-0240-7fd6-b29d-0da9953f48f1',1,2,'done','019224ab-0240-7e44-ae97-ba94d0eda82f','work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(3,'019224ab-0240-758c-95e6-0af593bd04cf',1,3,'done','019224ab-0240-723a-94e3-bf911a61dbe2','work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(4,'019224ab-0240-7bc4-8e81-973e0becd7b0',2,1,'open',NULL,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(5,'019224ab-0240-7b4c-8a23-d5962217bead',2,2,'open',NULL,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(6,'019224ab-0240-7e27-8a6a-63ec24ede6a4',2,3,'open',NULL,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(7,'01922a08-4cc0-77ee-a009-02c77ebff206',3,1,'done','01922a08-4cc0-7d2c-aeea-cbe226e87555','work',5,5,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(8,'01922a08-4cc0-79b6-b2e6-cc3ababced20',3,2,'done','01922a08-4cc0-7646-8a09-7c976bf46c69','work',5,5,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(9,'01922a08-4cc0-7b0a-830e-07bc1e398f10',4,1,'open',NULL,'work',5,5,40000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(10,'01922a08-4cc0-7790-81d3-fcff2a3af4d4',4,2,'open',NULL,'work',5,5,40000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(11,'01922f65-9740-7051-917f-9acae01f5057',5,1,'open',NULL,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(12,'01922f65-9740-79a5-b1fe-e08f57124242',5,2,'open',NULL,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(13,'01922f65-9740-7474-bf26-144b98289fcd',5,3,'open',NULL,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(14,'01922f65-9740-71d6-97f5-e837d70820fe',6,1,'open',NULL,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(15,'01922f65-9740-7271-b95e-8229451abd81',6,2,'open',NULL,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(16,'01922f65-9740-7f88-90a3-d6b2aa05e11a',6,3,'open',NULL,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(17,'0192348b-f340-7215-9269-a9a5ae658f33',7,1,'open',NULL,'work',5,5,105000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(18,'0192348b-f340-72c3-b774-eb5248db40af',7,2,'open',NULL,'work',5,5,120000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(19,'0192348b-f340-7631-b0ce-583505c6af07',8,1,'open',NULL,'work',5,5,40000,'kg',NULL,NULL,NULL,NULL);
INSERT INTO "planned_set" VALUES(20,'0192348b-f340-7c65-ab05-37e65affb229',8,2,'open',NULL,'work',5,5,40000,'kg',NULL,NULL,NULL,NULL);
CREATE TABLE plate (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER NOT NULL REFERENCES profile(id),
  load INTEGER NOT NULL CHECK (load BETWEEN 1 AND 100000), unit TEXT NOT NULL CHECK (unit IN ('kg', 'lb')),
  pairs INTEGER NOT NULL CHECK (pairs BETWEEN 0 AND 20),
  UNIQUE (profile_id, unit, load)
) STRICT;
INSERT INTO "plate" VALUES(1,1,25000,'kg',2);
INSERT INTO "plate" VALUES(2,1,20000,'kg',1);
INSERT INTO "plate" VALUES(3,1,15000,'kg',1);
INSERT INTO "plate" VALUES(4,1,10000,'kg',2);
INSERT INTO "plate" VALUES(5,1,5000,'kg',2);
INSERT INTO "plate" VALUES(6,1,2500,'kg',1);
INSERT INTO "plate" VALUES(7,1,1250,'kg',1);
INSERT INTO "plate" VALUES(8,1,45000,'lb',4);
INSERT INTO "plate" VALUES(9,1,35000,'lb',1);
INSERT INTO "plate" VALUES(10,1,25000,'lb',1);
INSERT INTO "plate" VALUES(11,1,10000,'lb',2);
INSERT INTO "plate" VALUES(12,1,5000,'lb',2);
INSERT INTO "plate" VALUES(13,1,2500,'lb',1);
CREATE TABLE profile (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  name TEXT NOT NULL CHECK (name = trim(name) AND name <> ''),
  name_key TEXT NOT NULL UNIQUE CHECK (name_key <> ''),
  unit TEXT NOT NULL CHECK (unit IN ('kg', 'lb')),
  day_start INTEGER NOT NULL DEFAULT 0 CHECK (day_start BETWEEN 0 AND 23),
  week_start INTEGER NOT NULL DEFAULT 1 CHECK (week_start BETWEEN 1 AND 7),
  week_goal INTEGER CHECK (week_goal BETWEEN 1 AND 14),
  rest_s INTEGER NOT NULL DEFAULT 120 CHECK (rest_s BETWEEN 0 AND 3600),
  rest_auto INTEGER NOT NULL DEFAULT 1 CHECK (rest_auto IN (0, 1)),
  bell INTEGER NOT NULL DEFAULT 1 CHECK (bell IN (0, 1))
, step INTEGER CHECK (step BETWEEN 1 AND 100000), step_unit TEXT
  CHECK (step_unit IN ('kg', 'lb')) CHECK ((step IS NULL) = (step_unit IS NULL))) STRICT;
INSERT INTO "profile" VALUES(1,'019224ab-0240-769e-b2a7-4de452e6b438','Ann','ann','kg',0,1,NULL,120,1,1,NULL,NULL);
CREATE TABLE program (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  profile_id INTEGER NOT NULL REFERENCES profile(id),
  name TEXT NOT NULL CHECK (name = trim(name) AND name <> ''), name_key TEXT NOT NULL CHECK (name_key <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'cycle', 'loose')), archived_at INTEGER
) STRICT;
INSERT INTO "program" VALUES(1,'019224ab-0240-7c5c-a6a3-a4506513270e',1,'Workouts','workouts','loose',NULL);
INSERT INTO "program" VALUES(3,'01922a08-4cc0-764c-8c38-fb2918f135d2',1,'Two days','two days','cycle',NULL);
CREATE TABLE program_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  profile_id INTEGER NOT NULL REFERENCES profile(id), program_id INTEGER NOT NULL REFERENCES program(id),
  started_on TEXT NOT NULL
    CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-*' AND started_on IS date(started_on, '+0 days')),
  began_at INTEGER NOT NULL, ended_at INTEGER CHECK (ended_at >= began_at)
) STRICT;
INSERT INTO "program_run" VALUES(1,'01922a08-4cc0-72f1-ae05-319acb5c7427',1,3,'2024-09-25',1727282040000,NULL);
CREATE TABLE program_skip (
  id INTEGER PRIMARY KEY AUTOINCREMENT, run_id INTEGER NOT NULL REFERENCES program_run(id),
  template_id INTEGER NOT NULL REFERENCES template(id), at INTEGER NOT NULL
) STRICT;
INSERT INTO "program_skip" VALUES(1,1,4,1727285640000);
CREATE TABLE session (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  profile_id INTEGER NOT NULL REFERENCES profile(id), template_id INTEGER NOT NULL REFERENCES template(id),
  occurrence INTEGER NOT NULL CHECK (occurrence >= 1),
  title TEXT NOT NULL CHECK (title <> ''),
  local_date TEXT NOT NULL
    CHECK (local_date GLOB '[0-9][0-9][0-9][0-9]-*' AND local_date IS date(local_date, '+0 days')),
  started_at INTEGER NOT NULL, utc_offset_min INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1080 AND 1080),
  ended_at INTEGER CHECK (ended_at >= started_at),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'completed', 'discarded')),
  note TEXT NOT NULL DEFAULT '',
  bodyweight INTEGER CHECK (bodyweight BETWEEN 1 AND 1000000),
  bodyweight_unit TEXT CHECK (bodyweight_unit IN ('kg', 'lb')),
  rest_ends_at INTEGER, rest_s INTEGER CHECK (rest_s BETWEEN 0 AND 36000),
  template_revision INTEGER NOT NULL CHECK (template_revision >= 1),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1), modified_at INTEGER NOT NULL,
  CHECK ((status = 'active') = (ended_at IS NULL)),
  CHECK ((bodyweight IS NULL) = (bodyweight_unit IS NULL)),
  CHECK ((rest_ends_at IS NULL) = (rest_s IS NULL))
) STRICT;
INSERT INTO "session" VALUES(1,'019224ab-0240-73ac-8f21-ddb66cad4a26',1,2,1,'Push A','2024-09-24',1727192040000,120,1727195640000,'completed','',NULL,NULL,NULL,NULL,9,20,1727544844600);
INSERT INTO "session" VALUES(2,'01922a08-4cc0-74f4-be7d-1bfbc7a2ea20',1,3,1,'A','2024-09-25',1727282040000,120,1727285640000,'completed','',NULL,NULL,NULL,NULL,7,12,1727285640000);
INSERT INTO "session" VALUES(3,'01922f65-9740-73ba-93de-ef86ab1031d0',1,2,2,'Push A','2024-09-26',1727372040000,120,1727372040000,'discarded','',NULL,NULL,NULL,NULL,9,10,1727372040000);
INSERT INTO "session" VALUES(4,'0192348b-f340-7f42-b394-fb36bb2d420f',1,4,1,'B','2024-09-27',1727458440000,120,NULL,'active','',NULL,NULL,NULL,NULL,7,7,1727458440000);
CREATE TABLE session_exercise (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  session_id INTEGER NOT NULL REFERENCES session(id), position INTEGER NOT NULL CHECK (position <> 0),
  exercise_id INTEGER NOT NULL REFERENCES exercise(id), rest_s INTEGER CHECK (rest_s BETWEEN 0 AND 3600),
  superset TEXT NOT NULL DEFAULT '', step INTEGER CHECK (step BETWEEN 1 AND 100000),
  step_unit TEXT CHECK (step_unit IN ('kg', 'lb')), note TEXT NOT NULL DEFAULT '',
  UNIQUE (session_id, position), CHECK ((step IS NULL) = (step_unit IS NULL))
) STRICT;
INSERT INTO "session_exercise" VALUES(1,'019224ab-0240-728c-9fb1-7c2390c192cf',1,1,1,NULL,'',NULL,NULL,'');
INSERT INTO "session_exercise" VALUES(2,'019224ab-0240-7898-b9eb-dacc0cb1e29c',1,2,2,NULL,'',NULL,NULL,'');
INSERT INTO "session_exercise" VALUES(3,'01922a08-4cc0-7673-8cdd-2055930d6eaf',2,1,4,NULL,'',2500,'kg','');
INSERT INTO "session_exercise" VALUES(4,'01922a08-4cc0-72bd-baec-bd389be4bcfc',2,2,2,NULL,'',2500,'kg','');
INSERT INTO "session_exercise" VALUES(5,'01922f65-9740-7a02-92b1-d3f28ede0d7a',3,1,1,NULL,'',NULL,NULL,'');
INSERT INTO "session_exercise" VALUES(6,'01922f65-9740-719a-b4c9-df6acc011cdd',3,2,2,NULL,'',NULL,NULL,'');
INSERT INTO "session_exercise" VALUES(7,'0192348b-f340-7e3b-93f4-48b3a5aa3c81',4,1,1,NULL,'',2500,'kg','');
INSERT INTO "session_exercise" VALUES(8,'0192348b-f340-78d5-ab2c-d31ee3151288',4,2,2,NULL,'',2500,'kg','');
CREATE TABLE sheet (
  id INTEGER PRIMARY KEY AUTOINCREMENT, profile_id INTEGER NOT NULL REFERENCES profile(id),
  spreadsheet_id TEXT NOT NULL CHECK (spreadsheet_id <> ''), tab INTEGER NOT NULL, journal INTEGER NOT NULL,
  title TEXT NOT NULL DEFAULT '', account TEXT NOT NULL DEFAULT '',
  key_place INTEGER NOT NULL DEFAULT 4, token_place INTEGER NOT NULL DEFAULT 10,
  connected_at INTEGER NOT NULL, left_at INTEGER, last_good_at INTEGER, next_try_at INTEGER
) STRICT;
INSERT INTO "sheet" VALUES(1,1,'1AbC',1,2,'Log','ann@example.com',4,10,1727195640000,1727544841200,NULL,NULL);
INSERT INTO "sheet" VALUES(2,1,'book',774101001,774101002,'Workouts','log@example.iam.gserviceaccount.com',4,10,1727544841200,NULL,1727544844600,NULL);
CREATE TABLE sheet_base (
  sheet_id INTEGER NOT NULL REFERENCES sheet(id), set_uid TEXT NOT NULL CHECK (set_uid <> ''),
  session_id INTEGER NOT NULL REFERENCES session(id), token TEXT NOT NULL,
  cells TEXT NOT NULL CHECK (json_valid(cells)), missing_seen_at INTEGER,
  gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
  PRIMARY KEY (sheet_id, set_uid)
) STRICT, WITHOUT ROWID;
INSERT INTO "sheet_base" VALUES(2,'019224ab-0240-723a-94e3-bf911a61dbe2',1,'019224ab-0240-723a-94e3-bf911a61dbe2:18:4bf7da1f07:iwfl4bth64rp','{"Date": 45559, "Workout": "Push A", "Exercise": "Bench Press", "Set": 3, "Kind": "work", "Weight": 100, "Unit": "kg", "Reps": 4, "e1RM": 113.33, "Volume": 400, "Started": "2024-09-24T17:34:00.000+02:00", "Ended": "2024-09-24T18:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "019224ab-0240-73ac-8f21-ddb66cad4a26:1:weight:1727192040000"}',NULL,0);
INSERT INTO "sheet_base" VALUES(2,'019224ab-0240-7e44-ae97-ba94d0eda82f',1,'019224ab-0240-7e44-ae97-ba94d0eda82f:18:e49d9317f7:xhxztjp5dbwy','{"Date": 45559, "Workout": "Push A", "Exercise": "Bench Press", "Set": 2, "Kind": "work", "Weight": 100, "Unit": "kg", "Reps": 5, "e1RM": 116.67, "Volume": 500, "Started": "2024-09-24T17:34:00.000+02:00", "Ended": "2024-09-24T18:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "019224ab-0240-73ac-8f21-ddb66cad4a26:1:weight:1727192040000"}',NULL,0);
INSERT INTO "sheet_base" VALUES(2,'019224ab-0240-7f6d-8ef8-aa3892276658',1,'019224ab-0240-7f6d-8ef8-aa3892276658:19:10f4c3f103:xxx6i7amqume','{"Date": 45559, "Workout": "Push A", "Exercise": "Bench Press", "Set": 1, "Kind": "work", "Weight": 101, "Unit": "kg", "Reps": 5, "e1RM": 117.83, "Volume": 505, "Started": "2024-09-24T17:34:00.000+02:00", "Ended": "2024-09-24T18:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "019224ab-0240-73ac-8f21-ddb66cad4a26:1:weight:1727192040000"}',NULL,0);
INSERT INTO "sheet_base" VALUES(2,'01922a08-4cc0-7646-8a09-7c976bf46c69',2,'01922a08-4cc0-7646-8a09-7c976bf46c69:12:b080ff0553:6peiqscq62cr','{"Date": 45560, "Workout": "A", "Exercise": "Squat", "Set": 2, "Kind": "work", "Weight": 120, "Unit": "kg", "Reps": 5, "e1RM": 140, "Volume": 600, "Started": "2024-09-25T18:34:00.000+02:00", "Ended": "2024-09-25T19:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "01922a08-4cc0-74f4-be7d-1bfbc7a2ea20:1:weight:1727282040000"}',NULL,0);
INSERT INTO "sheet_base" VALUES(2,'01922a08-4cc0-7d2c-aeea-cbe226e87555',2,'01922a08-4cc0-7d2c-aeea-cbe226e87555:12:fa88f3d498:2tddsd52zgwk','{"Date": 45560, "Workout": "A", "Exercise": "Squat", "Set": 1, "Kind": "work", "Weight": 105, "Unit": "kg", "Reps": 5, "e1RM": 122.5, "Volume": 525, "Started": "2024-09-25T18:34:00.000+02:00", "Ended": "2024-09-25T19:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "01922a08-4cc0-74f4-be7d-1bfbc7a2ea20:1:weight:1727282040000"}',NULL,0);
CREATE TABLE sheet_session (
  sheet_id INTEGER NOT NULL REFERENCES sheet(id), session_id INTEGER NOT NULL REFERENCES session(id),
  revision INTEGER NOT NULL DEFAULT 0, status TEXT NOT NULL DEFAULT '',
  sent INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)), stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1)),
  elsewhere INTEGER NOT NULL DEFAULT 0 CHECK (elsewhere IN (0, 1)), tries INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (sheet_id, session_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "sheet_session" VALUES(1,1,16,'completed',1,0,0,0);
INSERT INTO "sheet_session" VALUES(2,1,19,'completed',1,0,0,1);
INSERT INTO "sheet_session" VALUES(2,2,12,'completed',1,0,0,0);
ANALYZE "sqlite_master";
INSERT INTO "sqlite_stat1" VALUES('audit','audit_act','101 5');
INSERT INTO "sqlite_stat1" VALUES('audit','audit_entity','101 7 2 1');
INSERT INTO "sqlite_stat1" VALUES('performed_set','sqlite_autoindex_performed_set_2','5 3 1');
INSERT INTO "sqlite_stat1" VALUES('performed_set','sqlite_autoindex_performed_set_1','5 1');
INSERT INTO "sqlite_stat1" VALUES('planned_set','planned_set_done','5 1');
INSERT INTO "sqlite_stat1" VALUES('planned_set','sqlite_autoindex_planned_set_2','20 3 1');
INSERT INTO "sqlite_stat1" VALUES('planned_set','sqlite_autoindex_planned_set_1','20 1');
INSERT INTO "sqlite_stat1" VALUES('session_exercise','session_exercise_exercise','8 3 1');
INSERT INTO "sqlite_stat1" VALUES('session_exercise','sqlite_autoindex_session_exercise_2','8 2 1');
INSERT INTO "sqlite_stat1" VALUES('session_exercise','sqlite_autoindex_session_exercise_1','8 1');
INSERT INTO "sqlite_stat1" VALUES('template_set','sqlite_autoindex_template_set_1','14 3 1');
INSERT INTO "sqlite_stat1" VALUES('template_exercise','sqlite_autoindex_template_exercise_2','6 2 1');
INSERT INTO "sqlite_stat1" VALUES('template_exercise','sqlite_autoindex_template_exercise_1','6 1');
INSERT INTO "sqlite_stat1" VALUES('act','act_about','7 3 1');
INSERT INTO "sqlite_stat1" VALUES('act','act_session','25 5 1');
INSERT INTO "sqlite_stat1" VALUES('program','program_name','2 2 1');
INSERT INTO "sqlite_stat1" VALUES('program','sqlite_autoindex_program_1','2 1');
INSERT INTO "sqlite_stat1" VALUES('exercise_setting','sqlite_autoindex_exercise_setting_1','1 1 1');
INSERT INTO "sqlite_stat1" VALUES('program_skip','program_skip_run','1 1');
INSERT INTO "sqlite_stat1" VALUES('plate','sqlite_autoindex_plate_1','13 13 7 1');
INSERT INTO "sqlite_stat1" VALUES('exercise','sqlite_autoindex_exercise_2','3 1');
INSERT INTO "sqlite_stat1" VALUES('exercise','sqlite_autoindex_exercise_1','3 1');
INSERT INTO "sqlite_stat1" VALUES('bar','sqlite_autoindex_bar_1','6 6 3 1');
INSERT INTO "sqlite_stat1" VALUES('template','template_reserved','1 1');
INSERT INTO "sqlite_stat1" VALUES('template','template_place','4 2 2 1');
INSERT INTO "sqlite_stat1" VALUES('template','sqlite_autoindex_template_2','4 2 1');
INSERT INTO "sqlite_stat1" VALUES('template','sqlite_autoindex_template_1','4 1');
INSERT INTO "sqlite_stat1" VALUES('sheet_session','sheet_session','3 2 1');
INSERT INTO "sqlite_stat1" VALUES('session','session_template','4 2 1 1');
INSERT INTO "sqlite_stat1" VALUES('session','session_date','4 4 1');
INSERT INTO "sqlite_stat1" VALUES('session','session_started','4 4 1');
INSERT INTO "sqlite_stat1" VALUES('session','session_active','1 1');
INSERT INTO "sqlite_stat1" VALUES('session','session_slot','3 3 1 1');
INSERT INTO "sqlite_stat1" VALUES('session','sqlite_autoindex_session_1','4 1');
INSERT INTO "sqlite_stat1" VALUES('_sqlite_migrations','idx__sqlite_migrations_migration_set_name','4 4 1');
INSERT INTO "sqlite_stat1" VALUES('sync_batch','sync_batch_open','1 1');
INSERT INTO "sqlite_stat1" VALUES('sync_batch','sqlite_autoindex_sync_batch_1','3 1');
INSERT INTO "sqlite_stat1" VALUES('sync_event','sync_event_newest','2 2 1');
INSERT INTO "sqlite_stat1" VALUES('sheet_base','sheet_base_session','5 3');
INSERT INTO "sqlite_stat1" VALUES('sheet_base','sheet_base','5 5 1');
CREATE TABLE sync_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  uid TEXT NOT NULL UNIQUE CHECK (uid <> ''), kind TEXT NOT NULL CHECK (kind IN ('append', 'edit', 'repair')),
  state TEXT NOT NULL CHECK (state IN ('sent', 'unknown', 'applied', 'failed', 'dropped')),
  at INTEGER NOT NULL, quarantine_seen_at INTEGER, members TEXT NOT NULL CHECK (json_valid(members))
) STRICT;
INSERT INTO "sync_batch" VALUES(1,2,'xcundkq5anju','append','applied',1727544841800,NULL,'[{"places": {"Date": 0, "Workout": 1, "Exercise": 2, "Set": 3, "Set key": 4, "Kind": 5, "Weight": 6, "Unit": 7, "Reps": 8, "RPE": 9, "Token": 10, "Time (s)": 11, "Distance (m)": 12, "e1RM": 13, "Volume": 14, "Note": 15, "Workout note": 16, "Bodyweight": 17, "Started": 18, "Ended": 19, "Lifter": 20, "Status": 21, "Session key": 22}, "session": 1, "uid": "019224ab-0240-73ac-8f21-ddb66cad4a26", "title": "Push A", "revision": 18, "status": "completed", "whole": true, "elsewhere": false, "appends": [{"uid": "019224ab-0240-7f6d-8ef8-aa3892276658", "token": "019224ab-0240-7f6d-8ef8-aa3892276658:18:3ab36e1434:ltvsc2awphs6", "cells": {"Date": 45559, "Workout": "Push A", "Exercise": "Bench Press", "Set": 1, "Kind": "work", "Weight": 100, "Unit": "kg", "Reps": 5, "e1RM": 116.67, "Volume": 500, "Started": "2024-09-24T17:34:00.000+02:00", "Ended": "2024-09-24T18:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "019224ab-0240-73ac-8f21-ddb66cad4a26:1:weight:1727192040000"}}, {"uid": "019224ab-0240-7e44-ae97-ba94d0eda82f", "token": "019224ab-0240-7e44-ae97-ba94d0eda82f:18:e49d9317f7:xhxztjp5dbwy", "cells": {"Date": 45559, "Workout": "Push A", "Exercise": "Bench Press", "Set": 2, "Kind": "work", "Weight": 100, "Unit": "kg", "Reps": 5, "e1RM": 116.67, "Volume": 500, "Started": "2024-09-24T17:34:00.000+02:00", "Ended": "2024-09-24T18:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "019224ab-0240-73ac-8f21-ddb66cad4a26:1:weight:1727192040000"}}, {"uid": "019224ab-0240-723a-94e3-bf911a61dbe2", "token": "019224ab-0240-723a-94e3-bf911a61dbe2:18:4bf7da1f07:iwfl4bth64rp", "cells": {"Date": 45559, "Workout": "Push A", "Exercise": "Bench Press", "Set": 3, "Kind": "work", "Weight": 100, "Unit": "kg", "Reps": 4, "e1RM": 113.33, "Volume": 400, "Started": "2024-09-24T17:34:00.000+02:00", "Ended": "2024-09-24T18:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "019224ab-0240-73ac-8f21-ddb66cad4a26:1:weight:1727192040000"}}], "writes": []}, {"places": {"Date": 0, "Workout": 1, "Exercise": 2, "Set": 3, "Set key": 4, "Kind": 5, "Weight": 6, "Unit": 7, "Reps": 8, "RPE": 9, "Token": 10, "Time (s)": 11, "Distance (m)": 12, "e1RM": 13, "Volume": 14, "Note": 15, "Workout note": 16, "Bodyweight": 17, "Started": 18, "Ended": 19, "Lifter": 20, "Status": 21, "Session key": 22}, "session": 2, "uid": "01922a08-4cc0-74f4-be7d-1bfbc7a2ea20", "title": "A", "revision": 12, "status": "completed", "whole": true, "elsewhere": false, "appends": [{"uid": "01922a08-4cc0-7d2c-aeea-cbe226e87555", "token": "01922a08-4cc0-7d2c-aeea-cbe226e87555:12:fa88f3d498:2tddsd52zgwk", "cells": {"Date": 45560, "Workout": "A", "Exercise": "Squat", "Set": 1, "Kind": "work", "Weight": 105, "Unit": "kg", "Reps": 5, "e1RM": 122.5, "Volume": 525, "Started": "2024-09-25T18:34:00.000+02:00", "Ended": "2024-09-25T19:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "01922a08-4cc0-74f4-be7d-1bfbc7a2ea20:1:weight:1727282040000"}}, {"uid": "01922a08-4cc0-7646-8a09-7c976bf46c69", "token": "01922a08-4cc0-7646-8a09-7c976bf46c69:12:b080ff0553:6peiqscq62cr", "cells": {"Date": 45560, "Workout": "A", "Exercise": "Squat", "Set": 2, "Kind": "work", "Weight": 120, "Unit": "kg", "Reps": 5, "e1RM": 140, "Volume": 600, "Started": "2024-09-25T18:34:00.000+02:00", "Ended": "2024-09-25T19:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "01922a08-4cc0-74f4-be7d-1bfbc7a2ea20:1:weight:1727282040000"}}], "writes": []}]');
INSERT INTO "sync_batch" VALUES(2,2,'ik27cvppewvw','edit','applied',1727544844000,NULL,'[{"places": {"Date": 0, "Workout": 1, "Exercise": 2, "Set": 3, "Set key": 4, "Kind": 5, "Weight": 6, "Unit": 7, "Reps": 8, "RPE": 9, "Token": 10, "Time (s)": 11, "Distance (m)": 12, "e1RM": 13, "Volume": 14, "Note": 15, "Workout note": 16, "Bodyweight": 17, "Started": 18, "Ended": 19, "Lifter": 20, "Status": 21, "Session key": 22}, "session": 1, "uid": "019224ab-0240-73ac-8f21-ddb66cad4a26", "title": "Push A", "revision": 19, "status": "completed", "whole": true, "elsewhere": false, "appends": [], "writes": [{"uid": "019224ab-0240-7f6d-8ef8-aa3892276658", "row": 1, "token": "019224ab-0240-7f6d-8ef8-aa3892276658:19:10f4c3f103:xxx6i7amqume", "writes": {"6": 101, "13": 117.83, "14": 505, "10": "019224ab-0240-7f6d-8ef8-aa3892276658:19:10f4c3f103:xxx6i7amqume"}, "seen": {"6": 100, "13": 116.67, "14": 500, "10": "019224ab-0240-7f6d-8ef8-aa3892276658:18:3ab36e1434:ltvsc2awphs6"}, "columns": {"6": "Weight", "13": "e1RM", "14": "Volume", "10": "Token"}, "key": "019224ab-0240-7f6d-8ef8-aa3892276658", "after": {"Date": 45559, "Workout": "Push A", "Exercise": "Bench Press", "Set": 1, "Kind": "work", "Weight": 101, "Unit": "kg", "Reps": 5, "e1RM": 117.83, "Volume": 505, "Started": "2024-09-24T17:34:00.000+02:00", "Ended": "2024-09-24T18:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "019224ab-0240-73ac-8f21-ddb66cad4a26:1:weight:1727192040000"}, "job": null}]}]');
INSERT INTO "sync_batch" VALUES(3,2,'ebeofxguv7ff','edit','unknown',1727544846200,NULL,'[{"places": {"Date": 0, "Workout": 1, "Exercise": 2, "Set": 3, "Set key": 4, "Kind": 5, "Weight": 6, "Unit": 7, "Reps": 8, "RPE": 9, "Token": 10, "Time (s)": 11, "Distance (m)": 12, "e1RM": 13, "Volume": 14, "Note": 15, "Workout note": 16, "Bodyweight": 17, "Started": 18, "Ended": 19, "Lifter": 20, "Status": 21, "Session key": 22}, "session": 1, "uid": "019224ab-0240-73ac-8f21-ddb66cad4a26", "title": "Push A", "revision": 20, "status": "completed", "whole": true, "elsewhere": false, "appends": [], "writes": [{"uid": "019224ab-0240-7f6d-8ef8-aa3892276658", "row": 1, "token": "019224ab-0240-7f6d-8ef8-aa3892276658:20:7ffc9e1c30:2ci3vfwtpgd6", "writes": {"6": 102, "13": 119, "14": 510, "10": "019224ab-0240-7f6d-8ef8-aa3892276658:20:7ffc9e1c30:2ci3vfwtpgd6"}, "seen": {"6": 101, "13": 117.83, "14": 505, "10": "019224ab-0240-7f6d-8ef8-aa3892276658:19:10f4c3f103:xxx6i7amqume"}, "columns": {"6": "Weight", "13": "e1RM", "14": "Volume", "10": "Token"}, "key": "019224ab-0240-7f6d-8ef8-aa3892276658", "after": {"Date": 45559, "Workout": "Push A", "Exercise": "Bench Press", "Set": 1, "Kind": "work", "Weight": 102, "Unit": "kg", "Reps": 5, "e1RM": 119, "Volume": 510, "Started": "2024-09-24T17:34:00.000+02:00", "Ended": "2024-09-24T18:34:00.000+02:00", "Lifter": "Ann", "Status": "completed", "Session key": "019224ab-0240-73ac-8f21-ddb66cad4a26:1:weight:1727192040000"}, "job": null}]}]');
CREATE TABLE sync_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  at INTEGER NOT NULL, words TEXT NOT NULL
) STRICT;
INSERT INTO "sync_event" VALUES(1,2,1727544842400,'2 workouts: 5 rows sent, checked');
INSERT INTO "sync_event" VALUES(2,2,1727544844600,'Push A: 1 row sent, checked');
CREATE TABLE sync_job (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  kind TEXT NOT NULL CHECK (kind IN ('put back', 'beside', 'mark')), set_uid TEXT NOT NULL, session_id INTEGER,
  data TEXT NOT NULL CHECK (json_valid(data)), at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'given up', 'dropped'))
) STRICT;
CREATE TABLE sync_review (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  kind TEXT NOT NULL CHECK (kind <> ''), session_id INTEGER REFERENCES session(id), set_uid TEXT NOT NULL DEFAULT '',
  lines TEXT NOT NULL CHECK (json_valid(lines)), at INTEGER NOT NULL,
  choice TEXT NOT NULL DEFAULT '', done_at INTEGER
) STRICT;
CREATE TABLE template (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  program_id INTEGER NOT NULL REFERENCES program(id),
  week INTEGER NOT NULL DEFAULT 0 CHECK (week >= 0), day INTEGER NOT NULL,
  slug TEXT NOT NULL CHECK (slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL CHECK (name = trim(name) AND name <> ''),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved IN (0, 1)), archived_at INTEGER,
  UNIQUE (program_id, slug)
) STRICT;
INSERT INTO "template" VALUES(1,'019224ab-0240-792f-923f-0824128b2f33',1,0,0,'empty-workout','Empty workout',1,1,NULL);
INSERT INTO "template" VALUES(2,'019224ab-0240-7600-8999-50d836f675cc',1,0,1,'push-a','Push A',9,0,NULL);
INSERT INTO "template" VALUES(3,'01922a08-4cc0-7f42-907a-70c31012f037',3,0,0,'a','A',7,0,NULL);
INSERT INTO "template" VALUES(4,'01922a08-4cc0-7731-906b-f2efc6f87718',3,0,1,'b','B',7,0,NULL);
CREATE TABLE template_exercise (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  template_id INTEGER NOT NULL REFERENCES template(id), position INTEGER NOT NULL CHECK (position <> 0),
  exercise_id INTEGER NOT NULL REFERENCES exercise(id), rest_s INTEGER CHECK (rest_s BETWEEN 0 AND 3600),
  superset TEXT NOT NULL DEFAULT '', step INTEGER CHECK (step BETWEEN 1 AND 100000),
  step_unit TEXT CHECK (step_unit IN ('kg', 'lb')), note TEXT NOT NULL DEFAULT '', deload_percent INTEGER CHECK (deload_percent BETWEEN 1 AND 90), deload_after INTEGER
  CHECK (deload_after BETWEEN 1 AND 9) CHECK ((deload_percent IS NULL) = (deload_after IS NULL)),
  UNIQUE (template_id, position), CHECK ((step IS NULL) = (step_unit IS NULL))
) STRICT;
INSERT INTO "template_exercise" VALUES(1,'019224ab-0240-71e2-ab0d-549b6f03675a',2,1,1,NULL,'',NULL,NULL,'',NULL,NULL);
INSERT INTO "template_exercise" VALUES(2,'019224ab-0240-7d11-9738-f7d93d9c1724',2,2,2,NULL,'',NULL,NULL,'',NULL,NULL);
INSERT INTO "template_exercise" VALUES(3,'01922a08-4cc0-7f15-b4b9-b5df9e7769b1',3,1,4,NULL,'',2500,'kg','',NULL,NULL);
INSERT INTO "template_exercise" VALUES(4,'01922a08-4cc0-7d76-881e-d162ae2eb154',3,2,2,NULL,'',2500,'kg','',10,3);
INSERT INTO "template_exercise" VALUES(5,'01922a08-4cc0-7403-ac66-a78795e761d1',4,1,1,NULL,'',2500,'kg','',NULL,NULL);
INSERT INTO "template_exercise" VALUES(6,'01922a08-4cc0-7f98-8cbd-87ad5c90a958',4,2,2,NULL,'',2500,'kg','',10,3);
CREATE TABLE template_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  template_exercise_id INTEGER NOT NULL REFERENCES template_exercise(id),
  n INTEGER NOT NULL CHECK (n <> 0 AND n BETWEEN -100 AND 99),
  kind TEXT NOT NULL DEFAULT 'work' CHECK (kind IN ('work', 'warmup', 'drop', 'failure')),
  reps_lo INTEGER CHECK (reps_lo BETWEEN 0 AND 999), reps_hi INTEGER CHECK (reps_hi BETWEEN 0 AND 999),
  load INTEGER CHECK (load BETWEEN -1000000 AND 2000000), unit TEXT CHECK (unit IN ('kg', 'lb')),
  seconds INTEGER CHECK (seconds BETWEEN 0 AND 604800), distance INTEGER CHECK (distance BETWEEN 0 AND 1000000000),
  distance_unit TEXT CHECK (distance_unit IN ('m', 'km', 'mi', 'yd', 'ft')),
  rpe10 INTEGER CHECK (rpe10 BETWEEN 0 AND 100), percent10 INTEGER CHECK (percent10 BETWEEN 1 AND 2000),
  UNIQUE (template_exercise_id, n), CHECK (reps_lo <= reps_hi), CHECK ((reps_lo IS NULL) = (reps_hi IS NULL)),
  CHECK ((load IS NULL) = (unit IS NULL)), CHECK ((distance IS NULL) = (distance_unit IS NULL))
) STRICT;
INSERT INTO "template_set" VALUES(1,1,1,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "template_set" VALUES(2,1,2,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "template_set" VALUES(3,1,3,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "template_set" VALUES(4,2,1,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "template_set" VALUES(5,2,2,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "template_set" VALUES(6,2,3,'work',5,5,100000,'kg',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "template_set" VALUES(7,3,1,'work',5,5,NULL,NULL,NULL,NULL,NULL,NULL,750);
INSERT INTO "template_set" VALUES(8,3,2,'work',5,5,NULL,NULL,NULL,NULL,NULL,NULL,850);
INSERT INTO "template_set" VALUES(9,4,1,'work',5,5,40000,'kg',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "template_set" VALUES(10,4,2,'work',5,5,40000,'kg',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "template_set" VALUES(11,5,1,'work',5,5,NULL,NULL,NULL,NULL,NULL,NULL,750);
INSERT INTO "template_set" VALUES(12,5,2,'work',5,5,NULL,NULL,NULL,NULL,NULL,NULL,850);
INSERT INTO "template_set" VALUES(13,6,1,'work',5,5,40000,'kg',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "template_set" VALUES(14,6,2,'work',5,5,40000,'kg',NULL,NULL,NULL,NULL,NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE UNIQUE INDEX program_name ON program(profile_id, name_key) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX template_place ON template(program_id, week, day) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX template_reserved ON template(program_id) WHERE reserved = 1;
CREATE UNIQUE INDEX session_slot ON session(profile_id, template_id, occurrence) WHERE status <> 'discarded';
CREATE UNIQUE INDEX session_active ON session(profile_id) WHERE status = 'active';
CREATE INDEX session_started ON session(profile_id, started_at);
CREATE INDEX session_date ON session(profile_id, local_date);
CREATE INDEX session_exercise_exercise ON session_exercise(exercise_id, session_id);
CREATE UNIQUE INDEX planned_set_done ON planned_set(set_uid) WHERE set_uid IS NOT NULL;
CREATE UNIQUE INDEX act_open ON act(open) WHERE open = 1;
CREATE INDEX act_session ON act(session_id, id);
CREATE INDEX audit_entity ON audit(entity, entity_id, seq);
CREATE INDEX audit_act ON audit(act_id) WHERE act_id IS NOT NULL;
CREATE UNIQUE INDEX sheet_current ON sheet(profile_id) WHERE left_at IS NULL;
CREATE INDEX sheet_base_session ON sheet_base(session_id);
CREATE INDEX sync_batch_open ON sync_batch(sheet_id) WHERE state IN ('sent', 'unknown');
CREATE INDEX sync_job_open ON sync_job(sheet_id) WHERE state = 'open';
CREATE UNIQUE INDEX sync_review_open ON sync_review(sheet_id, kind, set_uid) WHERE done_at IS NULL;
CREATE INDEX sync_event_newest ON sync_event(sheet_id, id);
CREATE INDEX act_about ON act(about, id) WHERE about IS NOT NULL;
CREATE UNIQUE INDEX program_run_now ON program_run(profile_id) WHERE ended_at IS NULL;
CREATE INDEX program_skip_run ON program_skip(run_id);
CREATE INDEX session_template ON session(template_id, status, started_at);
CREATE TRIGGER profile_I AFTER INSERT ON profile BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'profile', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'name', new.name, 'name_key', new.name_key, 'unit', new.unit, 'day_start', new.day_start, 'week_start', new.week_start, 'week_goal', new.week_goal, 'rest_s', new.rest_s, 'rest_auto', new.rest_auto, 'bell', new.bell, 'step', new.step, 'step_unit', new.step_unit)));
END;
CREATE TRIGGER profile_U AFTER UPDATE OF uid, name, name_key, unit, day_start, week_start, week_goal, rest_s, rest_auto, bell, step, step_unit ON profile BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'profile', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'name', new.name, 'name_key', new.name_key, 'unit', new.unit, 'day_start', new.day_start, 'week_start', new.week_start, 'week_goal', new.week_goal, 'rest_s', new.rest_s, 'rest_auto', new.rest_auto, 'bell', new.bell, 'step', new.step, 'step_unit', new.step_unit)));
END;
CREATE TRIGGER profile_D AFTER DELETE ON profile BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'profile', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'name', old.name, 'name_key', old.name_key, 'unit', old.unit, 'day_start', old.day_start, 'week_start', old.week_start, 'week_goal', old.week_goal, 'rest_s', old.rest_s, 'rest_auto', old.rest_auto, 'bell', old.bell, 'step', old.step, 'step_unit', old.step_unit)), NULL);
END;
CREATE TRIGGER bar_I AFTER INSERT ON bar BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'bar', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'profile_id', new.profile_id, 'load', new.load, 'unit', new.unit)));
END;
CREATE TRIGGER bar_U AFTER UPDATE OF profile_id, load, unit ON bar BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'bar', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'profile_id', new.profile_id, 'load', new.load, 'unit', new.unit)));
END;
CREATE TRIGGER bar_D AFTER DELETE ON bar BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'bar', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'profile_id', old.profile_id, 'load', old.load, 'unit', old.unit)), NULL);
END;
CREATE TRIGGER plate_I AFTER INSERT ON plate BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'plate', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'profile_id', new.profile_id, 'load', new.load, 'unit', new.unit, 'pairs', new.pairs)));
END;
CREATE TRIGGER plate_U AFTER UPDATE OF profile_id, load, unit, pairs ON plate BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'plate', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'profile_id', new.profile_id, 'load', new.load, 'unit', new.unit, 'pairs', new.pairs)));
END;
CREATE TRIGGER plate_D AFTER DELETE ON plate BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'plate', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'profile_id', old.profile_id, 'load', old.load, 'unit', old.unit, 'pairs', old.pairs)), NULL);
END;
CREATE TRIGGER exercise_I AFTER INSERT ON exercise BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'name', new.name, 'name_key', new.name_key, 'measure', new.measure, 'equipment', new.equipment, 'archived_at', new.archived_at)));
END;
CREATE TRIGGER exercise_U AFTER UPDATE OF uid, name, name_key, measure, equipment, archived_at ON exercise BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'name', new.name, 'name_key', new.name_key, 'measure', new.measure, 'equipment', new.equipment, 'archived_at', new.archived_at)));
END;
CREATE TRIGGER exercise_D AFTER DELETE ON exercise BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'name', old.name, 'name_key', old.name_key, 'measure', old.measure, 'equipment', old.equipment, 'archived_at', old.archived_at)), NULL);
END;
CREATE TRIGGER exercise_alias_I AFTER INSERT ON exercise_alias BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise_alias', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'exercise_id', new.exercise_id, 'alias', new.alias, 'alias_key', new.alias_key)));
END;
CREATE TRIGGER exercise_alias_U AFTER UPDATE OF exercise_id, alias, alias_key ON exercise_alias BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise_alias', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'exercise_id', new.exercise_id, 'alias', new.alias, 'alias_key', new.alias_key)));
END;
CREATE TRIGGER exercise_alias_D AFTER DELETE ON exercise_alias BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise_alias', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'exercise_id', old.exercise_id, 'alias', old.alias, 'alias_key', old.alias_key)), NULL);
END;
CREATE TRIGGER exercise_muscle_I AFTER INSERT ON exercise_muscle BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise_muscle', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'exercise_id', new.exercise_id, 'muscle', new.muscle, 'part', new.part)));
END;
CREATE TRIGGER exercise_muscle_U AFTER UPDATE OF exercise_id, muscle, part ON exercise_muscle BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise_muscle', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'exercise_id', new.exercise_id, 'muscle', new.muscle, 'part', new.part)));
END;
CREATE TRIGGER exercise_muscle_D AFTER DELETE ON exercise_muscle BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise_muscle', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'exercise_id', old.exercise_id, 'muscle', old.muscle, 'part', old.part)), NULL);
END;
CREATE TRIGGER exercise_setting_I AFTER INSERT ON exercise_setting BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise_setting', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'profile_id', new.profile_id, 'exercise_id', new.exercise_id, 'note', new.note, 'step', new.step, 'step_unit', new.step_unit, 'bar', new.bar, 'bar_unit', new.bar_unit, 'rest_s', new.rest_s, 'unit', new.unit, 'distance_unit', new.distance_unit, 'load_of', new.load_of, 'by_side', new.by_side, 'training_max', new.training_max, 'training_max_unit', new.training_max_unit)));
END;
CREATE TRIGGER exercise_setting_U AFTER UPDATE OF profile_id, exercise_id, note, step, step_unit, bar, bar_unit, rest_s, unit, distance_unit, load_of, by_side, training_max, training_max_unit ON exercise_setting BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise_setting', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'profile_id', new.profile_id, 'exercise_id', new.exercise_id, 'note', new.note, 'step', new.step, 'step_unit', new.step_unit, 'bar', new.bar, 'bar_unit', new.bar_unit, 'rest_s', new.rest_s, 'unit', new.unit, 'distance_unit', new.distance_unit, 'load_of', new.load_of, 'by_side', new.by_side, 'training_max', new.training_max, 'training_max_unit', new.training_max_unit)));
END;
CREATE TRIGGER exercise_setting_D AFTER DELETE ON exercise_setting BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'exercise_setting', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'profile_id', old.profile_id, 'exercise_id', old.exercise_id, 'note', old.note, 'step', old.step, 'step_unit', old.step_unit, 'bar', old.bar, 'bar_unit', old.bar_unit, 'rest_s', old.rest_s, 'unit', old.unit, 'distance_unit', old.distance_unit, 'load_of', old.load_of, 'by_side', old.by_side, 'training_max', old.training_max, 'training_max_unit', old.training_max_unit)), NULL);
END;
CREATE TRIGGER program_I AFTER INSERT ON program BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'program', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'profile_id', new.profile_id, 'name', new.name, 'name_key', new.name_key, 'kind', new.kind, 'archived_at', new.archived_at)));
END;
CREATE TRIGGER program_U AFTER UPDATE OF uid, profile_id, name, name_key, kind, archived_at ON program BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'program', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'profile_id', new.profile_id, 'name', new.name, 'name_key', new.name_key, 'kind', new.kind, 'archived_at', new.archived_at)));
END;
CREATE TRIGGER program_D AFTER DELETE ON program BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'program', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'profile_id', old.profile_id, 'name', old.name, 'name_key', old.name_key, 'kind', old.kind, 'archived_at', old.archived_at)), NULL);
END;
CREATE TRIGGER template_I AFTER INSERT ON template BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'template', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'program_id', new.program_id, 'week', new.week, 'day', new.day, 'slug', new.slug, 'name', new.name, 'reserved', new.reserved, 'archived_at', new.archived_at)));
END;
CREATE TRIGGER template_U AFTER UPDATE OF uid, program_id, week, day, slug, name, reserved, archived_at ON template WHEN new.day >= 0 BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'template', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'program_id', new.program_id, 'week', new.week, 'day', new.day, 'slug', new.slug, 'name', new.name, 'reserved', new.reserved, 'archived_at', new.archived_at)));
  UPDATE template SET revision = revision + 1 WHERE id = new.id;
END;
CREATE TRIGGER template_D AFTER DELETE ON template BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'template', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'program_id', old.program_id, 'week', old.week, 'day', old.day, 'slug', old.slug, 'name', old.name, 'reserved', old.reserved, 'archived_at', old.archived_at)), NULL);
END;
CREATE TRIGGER template_exercise_I AFTER INSERT ON template_exercise BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'template_exercise', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'template_id', new.template_id, 'position', new.position, 'exercise_id', new.exercise_id, 'rest_s', new.rest_s, 'superset', new.superset, 'step', new.step, 'step_unit', new.step_unit, 'note', new.note, 'deload_percent', new.deload_percent, 'deload_after', new.deload_after)));
  UPDATE template SET revision = revision + 1 WHERE id = new.template_id;
END;
CREATE TRIGGER template_exercise_U AFTER UPDATE OF uid, template_id, position, exercise_id, rest_s, superset, step, step_unit, note, deload_percent, deload_after ON template_exercise WHEN new.position >= 0 BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'template_exercise', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'template_id', new.template_id, 'position', new.position, 'exercise_id', new.exercise_id, 'rest_s', new.rest_s, 'superset', new.superset, 'step', new.step, 'step_unit', new.step_unit, 'note', new.note, 'deload_percent', new.deload_percent, 'deload_after', new.deload_after)));
  UPDATE template SET revision = revision + 1 WHERE id = new.template_id;
END;
CREATE TRIGGER template_exercise_D AFTER DELETE ON template_exercise BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'template_exercise', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'template_id', old.template_id, 'position', old.position, 'exercise_id', old.exercise_id, 'rest_s', old.rest_s, 'superset', old.superset, 'step', old.step, 'step_unit', old.step_unit, 'note', old.note, 'deload_percent', old.deload_percent, 'deload_after', old.deload_after)), NULL);
  UPDATE template SET revision = revision + 1 WHERE id = old.template_id;
END;
CREATE TRIGGER template_set_I AFTER INSERT ON template_set BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'template_set', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'template_exercise_id', new.template_exercise_id, 'n', new.n, 'kind', new.kind, 'reps_lo', new.reps_lo, 'reps_hi', new.reps_hi, 'load', new.load, 'unit', new.unit, 'seconds', new.seconds, 'distance', new.distance, 'distance_unit', new.distance_unit, 'rpe10', new.rpe10, 'percent10', new.percent10)));
  UPDATE template SET revision = revision + 1 WHERE id = (SELECT template_id FROM template_exercise WHERE id = new.template_exercise_id);
END;
CREATE TRIGGER template_set_U AFTER UPDATE OF template_exercise_id, n, kind, reps_lo, reps_hi, load, unit, seconds, distance, distance_unit, rpe10, percent10 ON template_set WHEN new.n >= 0 BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'template_set', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'template_exercise_id', new.template_exercise_id, 'n', new.n, 'kind', new.kind, 'reps_lo', new.reps_lo, 'reps_hi', new.reps_hi, 'load', new.load, 'unit', new.unit, 'seconds', new.seconds, 'distance', new.distance, 'distance_unit', new.distance_unit, 'rpe10', new.rpe10, 'percent10', new.percent10)));
  UPDATE template SET revision = revision + 1 WHERE id = (SELECT template_id FROM template_exercise WHERE id = new.template_exercise_id);
END;
CREATE TRIGGER template_set_D AFTER DELETE ON template_set BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'template_set', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'template_exercise_id', old.template_exercise_id, 'n', old.n, 'kind', old.kind, 'reps_lo', old.reps_lo, 'reps_hi', old.reps_hi, 'load', old.load, 'unit', old.unit, 'seconds', old.seconds, 'distance', old.distance, 'distance_unit', old.distance_unit, 'rpe10', old.rpe10, 'percent10', old.percent10)), NULL);
  UPDATE template SET revision = revision + 1 WHERE id = (SELECT template_id FROM template_exercise WHERE id = old.template_exercise_id);
END;
CREATE TRIGGER program_run_I AFTER INSERT ON program_run BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'program_run', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'profile_id', new.profile_id, 'program_id', new.program_id, 'started_on', new.started_on, 'began_at', new.began_at, 'ended_at', new.ended_at)));
END;
CREATE TRIGGER program_run_U AFTER UPDATE OF uid, profile_id, program_id, started_on, began_at, ended_at ON program_run BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'program_run', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'profile_id', new.profile_id, 'program_id', new.program_id, 'started_on', new.started_on, 'began_at', new.began_at, 'ended_at', new.ended_at)));
END;
CREATE TRIGGER program_run_D AFTER DELETE ON program_run BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'program_run', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'profile_id', old.profile_id, 'program_id', old.program_id, 'started_on', old.started_on, 'began_at', old.began_at, 'ended_at', old.ended_at)), NULL);
END;
CREATE TRIGGER program_skip_I AFTER INSERT ON program_skip BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'program_skip', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'run_id', new.run_id, 'template_id', new.template_id, 'at', new.at)));
END;
CREATE TRIGGER program_skip_U AFTER UPDATE OF run_id, template_id, at ON program_skip BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'program_skip', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'run_id', new.run_id, 'template_id', new.template_id, 'at', new.at)));
END;
CREATE TRIGGER program_skip_D AFTER DELETE ON program_skip BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'program_skip', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'run_id', old.run_id, 'template_id', old.template_id, 'at', old.at)), NULL);
END;
CREATE TRIGGER session_I AFTER INSERT ON session BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'session', new.id, new.id, 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'profile_id', new.profile_id, 'template_id', new.template_id, 'occurrence', new.occurrence, 'title', new.title, 'local_date', new.local_date, 'started_at', new.started_at, 'utc_offset_min', new.utc_offset_min, 'ended_at', new.ended_at, 'status', new.status, 'note', new.note, 'bodyweight', new.bodyweight, 'bodyweight_unit', new.bodyweight_unit, 'template_revision', new.template_revision)));
END;
CREATE TRIGGER session_U AFTER UPDATE OF uid, profile_id, template_id, occurrence, title, local_date, started_at, utc_offset_min, ended_at, status, note, bodyweight, bodyweight_unit, template_revision ON session BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'session', new.id, new.id, 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'profile_id', new.profile_id, 'template_id', new.template_id, 'occurrence', new.occurrence, 'title', new.title, 'local_date', new.local_date, 'started_at', new.started_at, 'utc_offset_min', new.utc_offset_min, 'ended_at', new.ended_at, 'status', new.status, 'note', new.note, 'bodyweight', new.bodyweight, 'bodyweight_unit', new.bodyweight_unit, 'template_revision', new.template_revision)));
  UPDATE session SET revision = revision + 1, modified_at = coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) WHERE id = new.id;
END;
CREATE TRIGGER session_D AFTER DELETE ON session BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'session', old.id, old.id, 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'profile_id', old.profile_id, 'template_id', old.template_id, 'occurrence', old.occurrence, 'title', old.title, 'local_date', old.local_date, 'started_at', old.started_at, 'utc_offset_min', old.utc_offset_min, 'ended_at', old.ended_at, 'status', old.status, 'note', old.note, 'bodyweight', old.bodyweight, 'bodyweight_unit', old.bodyweight_unit, 'template_revision', old.template_revision)), NULL);
END;
CREATE TRIGGER session_exercise_I AFTER INSERT ON session_exercise BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'session_exercise', new.id, new.session_id, 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'session_id', new.session_id, 'position', new.position, 'exercise_id', new.exercise_id, 'rest_s', new.rest_s, 'superset', new.superset, 'step', new.step, 'step_unit', new.step_unit, 'note', new.note)));
  UPDATE session SET revision = revision + 1, modified_at = coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) WHERE id = new.session_id;
END;
CREATE TRIGGER session_exercise_U AFTER UPDATE OF uid, session_id, position, exercise_id, rest_s, superset, step, step_unit, note ON session_exercise WHEN new.position >= 0 BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'session_exercise', new.id, new.session_id, 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'session_id', new.session_id, 'position', new.position, 'exercise_id', new.exercise_id, 'rest_s', new.rest_s, 'superset', new.superset, 'step', new.step, 'step_unit', new.step_unit, 'note', new.note)));
  UPDATE session SET revision = revision + 1, modified_at = coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) WHERE id = new.session_id;
END;
CREATE TRIGGER session_exercise_D AFTER DELETE ON session_exercise BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'session_exercise', old.id, old.session_id, 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'session_id', old.session_id, 'position', old.position, 'exercise_id', old.exercise_id, 'rest_s', old.rest_s, 'superset', old.superset, 'step', old.step, 'step_unit', old.step_unit, 'note', old.note)), NULL);
  UPDATE session SET revision = revision + 1, modified_at = coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) WHERE id = old.session_id;
END;
CREATE TRIGGER planned_set_I AFTER INSERT ON planned_set BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'planned_set', new.id, (SELECT session_id FROM session_exercise WHERE id = new.session_exercise_id), 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'session_exercise_id', new.session_exercise_id, 'n', new.n, 'state', new.state, 'set_uid', new.set_uid, 'kind', new.kind, 'reps_lo', new.reps_lo, 'reps_hi', new.reps_hi, 'load', new.load, 'unit', new.unit, 'seconds', new.seconds, 'distance', new.distance, 'distance_unit', new.distance_unit, 'rpe10', new.rpe10)));
  UPDATE session SET revision = revision + 1, modified_at = coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) WHERE id = (SELECT session_id FROM session_exercise WHERE id = new.session_exercise_id);
END;
CREATE TRIGGER planned_set_U AFTER UPDATE OF uid, session_exercise_id, n, state, set_uid, kind, reps_lo, reps_hi, load, unit, seconds, distance, distance_unit, rpe10 ON planned_set WHEN new.n >= 0 BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'planned_set', new.id, (SELECT session_id FROM session_exercise WHERE id = new.session_exercise_id), 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'session_exercise_id', new.session_exercise_id, 'n', new.n, 'state', new.state, 'set_uid', new.set_uid, 'kind', new.kind, 'reps_lo', new.reps_lo, 'reps_hi', new.reps_hi, 'load', new.load, 'unit', new.unit, 'seconds', new.seconds, 'distance', new.distance, 'distance_unit', new.distance_unit, 'rpe10', new.rpe10)));
  UPDATE session SET revision = revision + 1, modified_at = coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) WHERE id = (SELECT session_id FROM session_exercise WHERE id = new.session_exercise_id);
END;
CREATE TRIGGER planned_set_D AFTER DELETE ON planned_set BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'planned_set', old.id, (SELECT session_id FROM session_exercise WHERE id = old.session_exercise_id), 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'session_exercise_id', old.session_exercise_id, 'n', old.n, 'state', old.state, 'set_uid', old.set_uid, 'kind', old.kind, 'reps_lo', old.reps_lo, 'reps_hi', old.reps_hi, 'load', old.load, 'unit', old.unit, 'seconds', old.seconds, 'distance', old.distance, 'distance_unit', old.distance_unit, 'rpe10', old.rpe10)), NULL);
  UPDATE session SET revision = revision + 1, modified_at = coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) WHERE id = (SELECT session_id FROM session_exercise WHERE id = old.session_exercise_id);
END;
CREATE TRIGGER performed_set_I AFTER INSERT ON performed_set BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'performed_set', new.id, (SELECT session_id FROM session_exercise WHERE id = new.session_exercise_id), 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'session_exercise_id', new.session_exercise_id, 'n', new.n, 'kind', new.kind, 'load', new.load, 'unit', new.unit, 'reps', new.reps, 'seconds', new.seconds, 'distance', new.distance, 'distance_unit', new.distance_unit, 'rpe10', new.rpe10, 'note', new.note, 'at', new.at)));
  UPDATE session SET revision = revision + 1, modified_at = coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) WHERE id = (SELECT session_id FROM session_exercise WHERE id = new.session_exercise_id);
END;
CREATE TRIGGER performed_set_U AFTER UPDATE OF uid, session_exercise_id, n, kind, load, unit, reps, seconds, distance, distance_unit, rpe10, note, at ON performed_set WHEN new.n >= 0 BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'performed_set', new.id, (SELECT session_id FROM session_exercise WHERE id = new.session_exercise_id), 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'session_exercise_id', new.session_exercise_id, 'n', new.n, 'kind', new.kind, 'load', new.load, 'unit', new.unit, 'reps', new.reps, 'seconds', new.seconds, 'distance', new.distance, 'distance_unit', new.distance_unit, 'rpe10', new.rpe10, 'note', new.note, 'at', new.at)));
  UPDATE session SET revision = revision + 1, modified_at = coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) WHERE id = (SELECT session_id FROM session_exercise WHERE id = new.session_exercise_id);
END;
CREATE TRIGGER performed_set_D AFTER DELETE ON performed_set BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'performed_set', old.id, (SELECT session_id FROM session_exercise WHERE id = old.session_exercise_id), 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'session_exercise_id', old.session_exercise_id, 'n', old.n, 'kind', old.kind, 'load', old.load, 'unit', old.unit, 'reps', old.reps, 'seconds', old.seconds, 'distance', old.distance, 'distance_unit', old.distance_unit, 'rpe10', old.rpe10, 'note', old.note, 'at', old.at)), NULL);
  UPDATE session SET revision = revision + 1, modified_at = coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)) WHERE id = (SELECT session_id FROM session_exercise WHERE id = old.session_exercise_id);
END;
CREATE TRIGGER import_batch_I AFTER INSERT ON import_batch BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'import_batch', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'profile_id', new.profile_id, 'format', new.format, 'file_name', new.file_name, 'sha256', new.sha256, 'at', new.at)));
END;
CREATE TRIGGER import_batch_U AFTER UPDATE OF uid, profile_id, format, file_name, sha256, at ON import_batch BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'import_batch', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'uid', new.uid, 'profile_id', new.profile_id, 'format', new.format, 'file_name', new.file_name, 'sha256', new.sha256, 'at', new.at)));
END;
CREATE TRIGGER import_batch_D AFTER DELETE ON import_batch BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'import_batch', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'uid', old.uid, 'profile_id', old.profile_id, 'format', old.format, 'file_name', old.file_name, 'sha256', old.sha256, 'at', old.at)), NULL);
END;
CREATE TRIGGER import_session_I AFTER INSERT ON import_session BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'import_session', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'profile_id', new.profile_id, 'source', new.source, 'source_key', new.source_key, 'batch_id', new.batch_id, 'session_id', new.session_id)));
END;
CREATE TRIGGER import_session_U AFTER UPDATE OF profile_id, source, source_key, batch_id, session_id ON import_session BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'import_session', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'profile_id', new.profile_id, 'source', new.source, 'source_key', new.source_key, 'batch_id', new.batch_id, 'session_id', new.session_id)));
END;
CREATE TRIGGER import_session_D AFTER DELETE ON import_session BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'import_session', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'profile_id', old.profile_id, 'source', old.source, 'source_key', old.source_key, 'batch_id', old.batch_id, 'session_id', old.session_id)), NULL);
END;
CREATE TRIGGER import_set_I AFTER INSERT ON import_set BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'import_set', new.id, NULL, 'I', NULL, json_patch('{}', json_object('id', new.id, 'import_session_id', new.import_session_id, 'ordinal', new.ordinal, 'batch_id', new.batch_id, 'set_uid', new.set_uid, 'base', new.base)));
END;
CREATE TRIGGER import_set_U AFTER UPDATE OF import_session_id, ordinal, batch_id, set_uid, base ON import_set BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'import_set', new.id, NULL, 'U', NULL, json_patch('{}', json_object('id', new.id, 'import_session_id', new.import_session_id, 'ordinal', new.ordinal, 'batch_id', new.batch_id, 'set_uid', new.set_uid, 'base', new.base)));
END;
CREATE TRIGGER import_set_D AFTER DELETE ON import_set BEGIN
  INSERT INTO audit(at, act_id, entity, entity_id, session_id, op, old, new)
  VALUES (coalesce((SELECT at FROM act WHERE open = 1), CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)), (SELECT id FROM act WHERE open = 1), 'import_set', old.id, NULL, 'D', json_patch('{}', json_object('id', old.id, 'import_session_id', old.import_session_id, 'ordinal', old.ordinal, 'batch_id', old.batch_id, 'set_uid', old.set_uid, 'base', old.base)), NULL);
END;
CREATE TRIGGER exercise_stale AFTER UPDATE OF name, measure ON exercise BEGIN
  UPDATE sheet_session SET stale = 1 WHERE session_id IN (SELECT session_id FROM session_exercise WHERE exercise_id = new.id);
END;
CREATE TRIGGER profile_stale AFTER UPDATE OF name ON profile BEGIN
  UPDATE sheet_session SET stale = 1 WHERE session_id IN (SELECT id FROM session WHERE profile_id = new.id);
END;
CREATE VIEW counted_sets AS
SELECT p.id, s.id AS session_id, s.profile_id, b.exercise_id, s.status, s.started_at, b.position, p.n,
  p.load, p.unit, coalesce((p.load / 1000.0 * CASE p.unit WHEN 'lb' THEN 0.45359237 ELSE 1.0 END), 0.0) AS kg, CASE WHEN e.measure = 'weight' AND p.kind <> 'warmup' AND p.load > 0 AND p.reps BETWEEN 1 AND 12 THEN ((p.load * iif(p.reps = 1, 1.0, 1 + p.reps / 30.0)) / 1000.0 * CASE p.unit WHEN 'lb' THEN 0.45359237 ELSE 1.0 END) END AS e1rm_kg,
  CASE e.measure WHEN 'time' THEN p.seconds WHEN 'distance' THEN (p.distance / 1000.0 * CASE p.distance_unit WHEN 'm' THEN 1.0 WHEN 'km' THEN 1000.0 WHEN 'mi' THEN 1609.344 WHEN 'yd' THEN 0.9144 WHEN 'ft' THEN 0.3048 END) ELSE p.reps END AS amount,
  CASE e.measure WHEN 'weight' THEN max(0.0, (p.load / 1000.0 * CASE p.unit WHEN 'lb' THEN 0.45359237 ELSE 1.0 END)) * p.reps
    WHEN 'bodyweight' THEN max(0.0, (s.bodyweight / 1000.0 * CASE s.bodyweight_unit WHEN 'lb' THEN 0.45359237 ELSE 1.0 END) + coalesce((p.load / 1000.0 * CASE p.unit WHEN 'lb' THEN 0.45359237 ELSE 1.0 END), 0.0))
      * p.reps END AS volume_kg
FROM performed_set p JOIN session_exercise b ON b.id = p.session_exercise_id JOIN session s ON s.id = b.session_id JOIN exercise e ON e.id = b.exercise_id
WHERE p.kind <> 'warmup' AND (e.measure <> 'weight' OR p.load IS NOT NULL)
  AND CASE e.measure WHEN 'time' THEN p.seconds WHEN 'distance' THEN p.distance ELSE p.reps END > 0;
CREATE VIEW made_records AS
WITH completed AS MATERIALIZED (
  SELECT session_id, profile_id, exercise_id, started_at, round(kg, 7) AS kg, e1rm_kg, amount, volume_kg
  FROM counted_sets WHERE status = 'completed'
),
totals AS (
  SELECT profile_id, exercise_id, session_id, started_at, max(kg) AS kg, max(e1rm_kg) AS e1rm_kg,
    sum(volume_kg) AS volume_kg
  FROM completed GROUP BY profile_id, exercise_id, session_id
),
compared AS MATERIALIZED (
  SELECT *, max(kg) OVER past AS kg_was, max(e1rm_kg) OVER past AS e1rm_was, max(volume_kg) OVER past AS volume_was
  FROM totals WINDOW past AS (PARTITION BY profile_id, exercise_id ORDER BY started_at, session_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
rungs AS (
  SELECT profile_id, exercise_id, session_id, started_at, kg, max(amount) AS most
  FROM completed GROUP BY profile_id, exercise_id, session_id, kg
),
climbed AS MATERIALIZED (
  SELECT * FROM (
    SELECT *, max(most) OVER (PARTITION BY profile_id, exercise_id, kg ORDER BY started_at, session_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS was FROM rungs
  ) WHERE was IS NULL OR (most - was > 1e-9 * max(1.0, abs(most), abs(was)))
),
most AS (
  SELECT * FROM climbed one WHERE was IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM climbed other WHERE other.profile_id = one.profile_id AND other.exercise_id = one.exercise_id
      AND other.kg > one.kg AND (other.started_at, other.session_id) <= (one.started_at, one.session_id)
      AND NOT (one.most - other.most > 1e-9 * max(1.0, abs(one.most), abs(other.most))))
)
SELECT 'weight' AS record, session_id, NULL AS volume_kg, (
  SELECT id FROM counted_sets c WHERE c.session_id = compared.session_id AND c.exercise_id = compared.exercise_id
  ORDER BY c.kg DESC, c.position, c.n LIMIT 1) AS set_id
FROM compared WHERE (kg - kg_was > 1e-9 * max(1.0, abs(kg), abs(kg_was)))
UNION ALL
SELECT 'e1rm', session_id, NULL, (
  SELECT id FROM counted_sets c WHERE c.session_id = compared.session_id AND c.exercise_id = compared.exercise_id
  ORDER BY c.e1rm_kg DESC, c.position, c.n LIMIT 1)
FROM compared WHERE (e1rm_kg - e1rm_was > 1e-9 * max(1.0, abs(e1rm_kg), abs(e1rm_was)))
UNION ALL
SELECT 'most', session_id, NULL, (
  SELECT id FROM counted_sets c WHERE c.session_id = most.session_id AND c.exercise_id = most.exercise_id
    AND round(c.kg, 7) = most.kg ORDER BY c.amount DESC, c.position, c.n LIMIT 1)
FROM most
UNION ALL
SELECT 'volume', session_id, volume_kg, (
  SELECT id FROM counted_sets c WHERE c.session_id = compared.session_id AND c.exercise_id = compared.exercise_id
  ORDER BY c.position DESC, c.n DESC LIMIT 1)
FROM compared WHERE (volume_kg - volume_was > 1e-9 * max(1.0, abs(volume_kg), abs(volume_was)));
CREATE VIEW v_records AS
SELECT l.name AS profile, e.name AS exercise,
  CASE WHEN r.record <> 'most' THEN r.record WHEN e.measure IN ('time', 'distance') THEN e.measure ELSE 'reps' END
    AS record,
  CASE r.record WHEN 'weight' THEN coalesce(p.load / 1000.0, 0.0)
    WHEN 'e1rm' THEN p.load / 1000.0 * iif(p.reps = 1, 1.0, 1 + p.reps / 30.0)
    WHEN 'volume' THEN r.volume_kg / (1000.0 / 1000.0 * CASE coalesce(p.unit, (
    SELECT c.unit FROM counted_sets c WHERE c.profile_id = s.profile_id AND c.exercise_id = b.exercise_id
      AND c.status = 'completed' AND c.load IS NOT NULL AND (c.started_at, c.session_id) < (s.started_at, s.id)
    ORDER BY c.kg DESC LIMIT 1), 'kg') WHEN 'lb' THEN 0.45359237 ELSE 1.0 END)
    ELSE CAST(CASE e.measure WHEN 'time' THEN p.seconds WHEN 'distance' THEN p.distance / 1000.0 ELSE p.reps END
      AS REAL) END AS value,
  CASE WHEN r.record <> 'most' THEN coalesce(p.unit, (
    SELECT c.unit FROM counted_sets c WHERE c.profile_id = s.profile_id AND c.exercise_id = b.exercise_id
      AND c.status = 'completed' AND c.load IS NOT NULL AND (c.started_at, c.session_id) < (s.started_at, s.id)
    ORDER BY c.kg DESC LIMIT 1), 'kg') WHEN e.measure = 'time' THEN 's'
    WHEN e.measure = 'distance' THEN p.distance_unit ELSE 'reps' END AS unit,
  iif(r.record = 'e1rm', 'Epley', '') AS formula, s.local_date AS date, p.uid AS set_uid
FROM made_records r JOIN performed_set p ON p.id = r.set_id JOIN session_exercise b ON b.id = p.session_exercise_id
  JOIN session s ON s.id = b.session_id JOIN exercise e ON e.id = b.exercise_id JOIN profile l ON l.id = s.profile_id;
CREATE VIEW v_sessions AS
SELECT s.uid AS session_uid, l.name AS profile, s.local_date AS date,
  strftime('%Y-%m-%dT%H:%M:%S', s.started_at / 1000 + s.utc_offset_min * 60, 'unixepoch') || printf('%s%02d:%02d', iif(s.utc_offset_min < 0, '-', '+'), abs(s.utc_offset_min) / 60, abs(s.utc_offset_min) % 60) AS started_at, strftime('%Y-%m-%dT%H:%M:%S', s.ended_at / 1000 + s.utc_offset_min * 60, 'unixepoch') || printf('%s%02d:%02d', iif(s.utc_offset_min < 0, '-', '+'), abs(s.utc_offset_min) / 60, abs(s.utc_offset_min) % 60) AS ended_at,
  CAST(round((s.ended_at - s.started_at) / 60000.0) AS INTEGER) AS minutes,
  s.title AS workout, g.name AS program, iif(g.kind = 'plan', t.week + 1, NULL) AS week,
  iif(g.kind <> 'loose', t.day + 1, NULL) AS day, s.status,
  (SELECT count(*) FROM session_exercise b JOIN performed_set p ON p.session_exercise_id = b.id
    WHERE b.session_id = s.id AND p.kind <> 'warmup') AS sets,
  coalesce((SELECT sum(c.volume_kg) FROM counted_sets c WHERE c.session_id = s.id), 0.0) AS volume_kg,
  coalesce(r.records, 0) AS records, s.note,
  (SELECT coalesce(s.status = 'completed' AND y.status = 'completed' AND y.revision >= s.revision
    AND y.stale = 0 AND y.elsewhere = 0, 0)
    FROM sheet h LEFT JOIN sheet_session y ON y.sheet_id = h.id AND y.session_id = s.id
    WHERE h.profile_id = s.profile_id AND h.left_at IS NULL) AS synced
FROM session s JOIN profile l ON l.id = s.profile_id JOIN template t ON t.id = s.template_id
  JOIN program g ON g.id = t.program_id
  LEFT JOIN (SELECT session_id, count(*) AS records FROM made_records GROUP BY session_id) r ON r.session_id = s.id;
CREATE VIEW v_sets AS
SELECT s.uid AS session_uid, p.uid AS set_uid, l.name AS profile, s.local_date AS date, s.title AS workout,
  e.name AS exercise,
  (SELECT count(*) FROM session_exercise o WHERE o.session_id = s.id AND o.position <= b.position) AS block,
  (SELECT count(*) FROM performed_set o WHERE o.session_exercise_id = b.id AND o.n <= p.n) AS n,
  p.kind, p.load / 1000.0 AS load, p.unit, (p.load / 1000.0 * CASE p.unit WHEN 'lb' THEN 0.45359237 ELSE 1.0 END) AS load_kg, p.reps, p.seconds, (p.distance / 1000.0 * CASE p.distance_unit WHEN 'm' THEN 1.0 WHEN 'km' THEN 1000.0 WHEN 'mi' THEN 1609.344 WHEN 'yd' THEN 0.9144 WHEN 'ft' THEN 0.3048 END) AS metres,
  p.rpe10 / 10.0 AS rpe, CASE WHEN e.measure = 'weight' AND p.kind <> 'warmup' AND p.load > 0 AND p.reps BETWEEN 1 AND 12 THEN ((p.load * iif(p.reps = 1, 1.0, 1 + p.reps / 30.0)) / 1000.0 * CASE p.unit WHEN 'lb' THEN 0.45359237 ELSE 1.0 END) END AS e1rm_kg, p.note, strftime('%Y-%m-%dT%H:%M:%S', p.at / 1000 + s.utc_offset_min * 60, 'unixepoch') || printf('%s%02d:%02d', iif(s.utc_offset_min < 0, '-', '+'), abs(s.utc_offset_min) / 60, abs(s.utc_offset_min) % 60) AS at
FROM performed_set p JOIN session_exercise b ON b.id = p.session_exercise_id JOIN session s ON s.id = b.session_id JOIN exercise e ON e.id = b.exercise_id JOIN profile l ON l.id = s.profile_id
WHERE s.status <> 'discarded';
CREATE VIEW v_weekly_volume AS
SELECT profile, date(date, 'weekday 0', '-6 days') AS week, count(*) AS sessions, sum(sets) AS sets,
  sum(volume_kg) AS volume_kg
FROM (
  SELECT l.name AS profile, s.local_date AS date,
    (SELECT count(*) FROM session_exercise b JOIN performed_set p ON p.session_exercise_id = b.id
      WHERE b.session_id = s.id AND p.kind <> 'warmup') AS sets,
    coalesce((SELECT sum(c.volume_kg) FROM counted_sets c WHERE c.session_id = s.id), 0.0) AS volume_kg
  FROM session s JOIN profile l ON l.id = s.profile_id WHERE s.status = 'completed'
)
GROUP BY profile, week;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('act',30);
INSERT INTO "sqlite_sequence" VALUES('audit',103);
INSERT INTO "sqlite_sequence" VALUES('profile',1);
INSERT INTO "sqlite_sequence" VALUES('program',3);
INSERT INTO "sqlite_sequence" VALUES('template',4);
INSERT INTO "sqlite_sequence" VALUES('bar',6);
INSERT INTO "sqlite_sequence" VALUES('plate',13);
INSERT INTO "sqlite_sequence" VALUES('exercise',4);
INSERT INTO "sqlite_sequence" VALUES('template_exercise',6);
INSERT INTO "sqlite_sequence" VALUES('template_set',14);
INSERT INTO "sqlite_sequence" VALUES('session',4);
INSERT INTO "sqlite_sequence" VALUES('session_exercise',8);
INSERT INTO "sqlite_sequence" VALUES('planned_set',20);
INSERT INTO "sqlite_sequence" VALUES('performed_set',8);
INSERT INTO "sqlite_sequence" VALUES('exercise_setting',2);
INSERT INTO "sqlite_sequence" VALUES('exercise_alias',1);
INSERT INTO "sqlite_sequence" VALUES('sheet',2);
INSERT INTO "sqlite_sequence" VALUES('program_run',1);
INSERT INTO "sqlite_sequence" VALUES('program_skip',1);
INSERT INTO "sqlite_sequence" VALUES('device',1);
INSERT INTO "sqlite_sequence" VALUES('sync_batch',3);
INSERT INTO "sqlite_sequence" VALUES('sync_event',2);
COMMIT;
PRAGMA application_id = 1464816203;
PRAGMA user_version = 4;
