<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy_GB" sourcelanguage="en_GB">
 <context>
  <name>ClearPost</name>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Updates: looked for at {place} when you ask, never installed by ClearPost itself.</source>
   <translation>Diweddariadau: chwilir amdanynt yn {place} pan ofynnwch, ac ni chânt byth eu gosod gan ClearPost ei hun.</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Parts under the LGPL are files of their own in the program's folder and may be replaced.</source>
   <translation>Mae rhannau o dan yr LGPL yn ffeiliau ar wahân yn ffolder y rhaglen a gellir eu disodli.</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>{n} parts of others are inside</source>
   <comment>one</comment>
   <translation>{n} rhan gan eraill sydd y tu mewn</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>{n} parts of others are inside</source>
   <comment>two</comment>
   <translation>{n} ran gan eraill sydd y tu mewn</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>{n} parts of others are inside</source>
   <comment>few</comment>
   <translation>{n} rhan gan eraill sydd y tu mewn</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>{n} parts of others are inside</source>
   <comment>many</comment>
   <translation>{n} rhan gan eraill sydd y tu mewn</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>{n} parts of others are inside</source>
   <comment>zero</comment>
   <translation>{n} rhan gan eraill sydd y tu mewn</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>{n} parts of others are inside</source>
   <comment>other</comment>
   <translation>{n} rhan gan eraill sydd y tu mewn</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Updates: IT has named no place to look for them.</source>
   <translation>Diweddariadau: nid yw’r adran TG wedi enwi lle i chwilio amdanynt.</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Run from source.</source>
   <translation>Yn rhedeg o’r cod ffynhonnell.</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Built from commit {commit}.</source>
   <translation>Adeiladwyd o gomit {commit}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Built from an unknown commit.</source>
   <translation>Adeiladwyd o gomit anhysbys.</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <location filename="../../app/ui/help.py" />
   <source>About ClearPost</source>
   <translation>Ynghylch ClearPost</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Parts of others</source>
   <translation>Rhannau gan eraill</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Licence</source>
   <translation>Trwydded</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>ClearPost {version}</source>
   <translation>ClearPost {version}</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>The list of the parts of others is made when the program is built.</source>
   <translation>Gwneir rhestr y rhannau gan eraill pan gaiff y rhaglen ei hadeiladu.</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Look for updates</source>
   <translation>Chwilio am ddiweddariadau</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Looking for updates …</source>
   <translation>Yn chwilio am ddiweddariadau …</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>No photo and no name leaves this computer except in a pack that was approved. Licence: MIT.</source>
   <translation>Nid oes llun nac enw yn gadael y cyfrifiadur hwn ac eithrio mewn pecyn a gymeradwywyd. Trwydded: MIT.</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>That did not work.</source>
   <translation>Ni weithiodd hynny.</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <location filename="../../app/ui/account_bar.py" />
   <location filename="../../app/ui/help.py" />
   <location filename="../../app/ui/pages/marks_form.py" />
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Close</source>
   <translation>Cau</translation>
  </message>
  <message>
   <location filename="../../app/ui/about.py" />
   <source>Its licence is {licence}; the text is not there.</source>
   <translation>Ei thrwydded yw {licence}; nid yw’r testun yno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <source>Hide all pictures and names (F9)</source>
   <translation>Cuddio pob llun ac enw (F9)</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>At least {shortest_password} characters, best three words.</source>
   <translation>O leiaf {shortest_password} nod; tri gair sydd orau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <source>Hide everything</source>
   <translation>Cuddio popeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <source>Lock</source>
   <translation>Cloi</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <source>Change my password</source>
   <translation>Newid fy nghyfrinair</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <source>Sign out</source>
   <translation>Allgofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <source>Change it</source>
   <translation>Ei newid</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <source>Your new password is in use.</source>
   <translation>Mae eich cyfrinair newydd ar waith.</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <source>Lock (Ctrl+L)</source>
   <translation>Cloi (Ctrl+L)</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <source>Password now</source>
   <translation>Y cyfrinair presennol</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <location filename="../../app/ui/pages/user_form.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>New password</source>
   <translation>Cyfrinair newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>New password again</source>
   <translation>Y cyfrinair newydd eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/account_bar.py" />
   <source>The two new passwords are not the same.</source>
   <translation>Nid yw’r ddau gyfrinair newydd yr un fath.</translation>
  </message>
  <message>
   <location filename="../../app/ui/application.py" />
   <source>The sample school’s phone</source>
   <translation>Ffôn yr ysgol enghreifftiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/canvas/compare.py" />
   <source>As it goes out</source>
   <translation>Fel y mae’n mynd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/canvas/compare.py" />
   <source>Before</source>
   <translation>Cyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/canvas/compare.py" />
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Before and after</source>
   <translation>Cyn ac ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/canvas/compare.py" />
   <source>To the left the picture as it goes out, to the right the photo.</source>
   <translation>Ar y chwith y llun fel y mae’n mynd allan, ar y dde y llun gwreiddiol.</translation>
  </message>
  <message>
   <location filename="../../app/ui/canvas/compare.py" />
   <source>How much of the photo underneath is seen (arrow keys)</source>
   <translation>Faint o’r llun oddi tano a welir (saethau)</translation>
  </message>
  <message>
   <location filename="../../app/ui/canvas/photo_canvas.py" />
   <source>Photo</source>
   <translation>Llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/charts.py" />
   <source>In words</source>
   <translation>Mewn geiriau</translation>
  </message>
  <message>
   <location filename="../../app/ui/charts.py" />
   <source>{title}: in words</source>
   <translation>{title}: mewn geiriau</translation>
  </message>
  <message>
   <location filename="../../app/ui/charts.py" />
   <source>As bars</source>
   <translation>Fel barrau</translation>
  </message>
  <message>
   <location filename="../../app/ui/charts.py" />
   <source>as bars</source>
   <translation>fel barrau</translation>
  </message>
  <message>
   <location filename="../../app/ui/charts.py" />
   <source>in words</source>
   <translation>mewn geiriau</translation>
  </message>
  <message>
   <location filename="../../app/ui/counts.py" />
   <source>consents as of {moment}</source>
   <translation>cydsyniadau: {moment}</translation>
  </message>
  <message>
   <location filename="../../app/ui/counts.py" />
   <source> by {moment}</source>
   <translation> erbyn {moment}</translation>
  </message>
  <message>
   <location filename="../../app/ui/counts.py" />
   <source>no consents recorded yet</source>
   <translation>dim cydsyniadau wedi’u cofnodi eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/counts.py" />
   <source>{words}: too old, everybody is covered</source>
   <translation>{words}: rhy hen, gorchuddir pawb</translation>
  </message>
  <message>
   <location filename="../../app/ui/cover_page.py" />
   <source>ClearPost is hidden</source>
   <translation>Mae ClearPost wedi’i guddio</translation>
  </message>
  <message>
   <location filename="../../app/ui/cover_page.py" />
   <source>Hidden. Press F9 or click to show.</source>
   <translation>Wedi’i guddio. Pwyswch F9 neu cliciwch i’w ddangos.</translation>
  </message>
  <message>
   <location filename="../../app/ui/cover_page.py" />
   <source>Show again</source>
   <translation>Dangos eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/files.py" />
   <source>{name} cannot be read: {strerror}.</source>
   <translation>Ni ellir darllen {name}: {strerror}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/files.py" />
   <source>{name} cannot be written: {strerror}.</source>
   <translation>Ni ellir ysgrifennu {name}: {strerror}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/files.py" />
   <source>Choose another name.</source>
   <translation>Dewiswch enw arall.</translation>
  </message>
  <message>
   <location filename="../../app/ui/foot_bar.py" />
   <source>{done} of {total}</source>
   <translation>{done} o {total}</translation>
  </message>
  <message>
   <location filename="../../app/ui/foot_bar.py" />
   <source>{words} · {part} left</source>
   <translation>{words} · {part} ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/foot_bar.py" />
   <source>Progress</source>
   <translation>Cynnydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/foot_bar.py" />
   <location filename="../../app/ui/pages/import_page.py" />
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>Cancel</source>
   <translation>Canslo</translation>
  </message>
  <message>
   <location filename="../../app/ui/foot_bar.py" />
   <location filename="../../app/ui/lock_page.py" />
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>{done} done</source>
   <translation>{done} wedi’u gwneud</translation>
  </message>
  <message>
   <location filename="../../app/ui/foot_bar.py" />
   <source>Stop after this photo; what was done stays done</source>
   <translation>Stopio ar ôl y llun hwn; mae’r hyn a wnaed yn aros</translation>
  </message>
  <message>
   <location filename="../../app/ui/foot_bar.py" />
   <source>Stopping</source>
   <translation>Yn stopio</translation>
  </message>
  <message>
   <location filename="../../app/ui/foot_bar.py" />
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>less than a minute</source>
   <translation>llai na munud</translation>
  </message>
  <message>
   <location filename="../../app/ui/foot_bar.py" />
   <source>{left_s} min</source>
   <translation>{left_s} munud</translation>
  </message>
  <message>
   <location filename="../../app/ui/foot_bar.py" />
   <source>  ·  {running} more waiting</source>
   <translation>  ·  {running} arall yn aros</translation>
  </message>
  <message>
   <location filename="../../app/ui/forms.py" />
   <source>4 Sep 2026</source>
   <translation>4 Medi 2026</translation>
  </message>
  <message>
   <location filename="../../app/ui/forms.py" />
   <source>Write the day like 4 Sep 2026 or 04/09/2026.</source>
   <translation>Ysgrifennwch y dyddiad fel 4 Medi 2026 neu 04/09/2026.</translation>
  </message>
  <message>
   <location filename="../../app/ui/help.py" />
   <source>“{words}”

Press F1 for the help of this page.</source>
   <translation>“{words}”

Pwyswch F1 i gael cymorth ar gyfer y dudalen hon.</translation>
  </message>
  <message>
   <location filename="../../app/ui/help.py" />
   <source>Press F1 for the help of this page.</source>
   <translation>Pwyswch F1 i gael cymorth ar gyfer y dudalen hon.</translation>
  </message>
  <message>
   <location filename="../../app/ui/help.py" />
   <source>ClearPost · Help</source>
   <translation>ClearPost · Cymorth</translation>
  </message>
  <message>
   <location filename="../../app/ui/help.py" />
   <source>Look for …</source>
   <translation>Chwilio am …</translation>
  </message>
  <message>
   <location filename="../../app/ui/help.py" />
   <source>Look for help</source>
   <translation>Chwilio am gymorth</translation>
  </message>
  <message>
   <location filename="../../app/ui/help.py" />
   <source>Pages of help</source>
   <translation>Tudalennau cymorth</translation>
  </message>
  <message>
   <location filename="../../app/ui/help.py" />
   <source>Nothing says that. Try another word.</source>
   <translation>Nid oes dim yn dweud hynny. Rhowch gynnig ar air arall.</translation>
  </message>
  <message>
   <location filename="../../app/ui/help.py" />
   <location filename="../../app/ui/main_window.py" />
   <source>Help</source>
   <translation>Cymorth</translation>
  </message>
  <message>
   <location filename="../../app/ui/lock_page.py" />
   <source>ClearPost · Locked</source>
   <translation>ClearPost · Wedi’i gloi</translation>
  </message>
  <message>
   <location filename="../../app/ui/lock_page.py" />
   <source>Unlock</source>
   <translation>Datgloi</translation>
  </message>
  <message>
   <location filename="../../app/ui/lock_page.py" />
   <source>Somebody else signs in</source>
   <translation>Mae rhywun arall yn mewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/lock_page.py" />
   <source>Locked for {name}</source>
   <translation>Wedi’i gloi ar gyfer {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/lock_page.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Password</source>
   <translation>Cyfrinair</translation>
  </message>
  <message>
   <location filename="../../app/ui/lock_page.py" />
   <source>Locked</source>
   <translation>Wedi’i gloi</translation>
  </message>
  <message>
   <location filename="../../app/ui/lock_page.py" />
   <source>{done} of {total} done</source>
   <translation>{done} o {total} wedi’u gwneud</translation>
  </message>
  <message>
   <location filename="../../app/ui/lock_page.py" />
   <source>The running work goes on: {done}.</source>
   <translation>Mae’r gwaith yn parhau: {done}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/lock_page.py" />
   <source>{why} Your work is kept as you left it.</source>
   <translation>{why} Cedwir eich gwaith fel yr oedd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/locking.py" />
   <source>The password is wrong.</source>
   <translation>Mae’r cyfrinair yn anghywir.</translation>
  </message>
  <message>
   <location filename="../../app/ui/locking.py" />
   <source>Nobody used ClearPost for a while.</source>
   <translation>Ni ddefnyddiodd neb ClearPost am dipyn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/locking.py" />
   <source>Try again, or let somebody else sign in.</source>
   <translation>Rhowch gynnig arall arni, neu gadewch i rywun arall fewngofnodi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>This is still under way: {work}. Closing ClearPost stops it; what was done so far stays done.</source>
   <translation>Mae hwn ar y gweill o hyd: {work}. Mae cau ClearPost yn ei atal; mae’r hyn a wnaed hyd yma yn aros wedi’i wneud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>ClearPost · {school}</source>
   <translation>ClearPost · {school}</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>Text size</source>
   <translation>Maint y testun</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>Photos are still being worked on. Change the language once that is done.</source>
   <translation>Mae gwaith ar luniau yn dal i redeg. Newidiwch yr iaith pan fydd hynny wedi gorffen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>Pages</source>
   <translation>Tudalennau</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>Light or dark</source>
   <translation>Golau neu dywyll</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>Text size: press for the next one</source>
   <translation>Maint y testun: pwyswch i gael y nesaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>Help (F1)</source>
   <translation>Cymorth (F1)</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>Stop it and close</source>
   <translation>Ei atal a chau</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>Go on working</source>
   <translation>Dal i weithio</translation>
  </message>
  <message>
   <location filename="../../app/ui/main_window.py" />
   <source>{title}, {waiting} waiting</source>
   <translation>{title}, {waiting} yn aros</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <source>to choose</source>
   <translation>i’w ddewis</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <source>kept</source>
   <translation>cadwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <location filename="../../app/ui/words.py" />
   <source>left out</source>
   <translation>hepgorwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <source>looked through</source>
   <translation>edrychwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <location filename="../../app/ui/words.py" />
   <source>faces named</source>
   <translation>wynebau wedi’u henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <source>{at} of {of} of one moment</source>
   <translation>{at} o {of} o’r un eiliad</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/photo_choice.py" />
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Photo {number}</source>
   <translation>Llun {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <location filename="../../app/ui/pages/face_choice.py" />
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} faces</source>
   <comment>one</comment>
   <translation>{n} wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <location filename="../../app/ui/pages/face_choice.py" />
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} faces</source>
   <comment>two</comment>
   <translation>{n} wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <location filename="../../app/ui/pages/face_choice.py" />
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} faces</source>
   <comment>few</comment>
   <translation>{n} wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <location filename="../../app/ui/pages/face_choice.py" />
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} faces</source>
   <comment>many</comment>
   <translation>{n} wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <location filename="../../app/ui/pages/face_choice.py" />
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} faces</source>
   <comment>zero</comment>
   <translation>{n} wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <location filename="../../app/ui/pages/face_choice.py" />
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} faces</source>
   <comment>other</comment>
   <translation>{n} wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <source>no faces</source>
   <translation>dim wynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/shots.py" />
   <source>unsharp</source>
   <translation>aneglur</translation>
  </message>
  <message>
   <location filename="../../app/ui/models/sliced.py" />
   <source>Reading …</source>
   <translation>Yn darllen …</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Message</source>
   <translation>Neges</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Details for support</source>
   <translation>Manylion i’r tîm cymorth</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Copy details</source>
   <translation>Copïo’r manylion</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Something went wrong in ClearPost. Nothing was published and nothing was removed.</source>
   <translation>Aeth rhywbeth o’i le yn ClearPost. Ni chyhoeddwyd dim ac ni thynnwyd dim.</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Try again. If it happens again, open the details, copy them and send them to IT.</source>
   <translation>Rhowch gynnig arall arni. Os digwydd eto, agorwch y manylion, copïwch nhw a’u hanfon at yr adran TG.</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>Details</source>
   <translation>Manylion</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Without names: safe to send to support</source>
   <translation>Heb enwau: yn ddiogel i’w anfon at y tîm cymorth</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Close message</source>
   <translation>Cau’r neges</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Show the details</source>
   <translation>Dangos y manylion</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Leave it as it is</source>
   <translation>Ei adael fel y mae</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Less</source>
   <translation>Llai</translation>
  </message>
  <message>
   <location filename="../../app/ui/notices.py" />
   <source>Less: hide the details</source>
   <translation>Llai: cuddio’r manylion</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Who answered</source>
   <translation>Pwy atebodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <location filename="../../app/ui/pages/marks_form.py" />
   <location filename="../../app/ui/pages/person_sheet.py" />
   <location filename="../../app/ui/pages/platforms.py" />
   <location filename="../../app/ui/pages/uniforms.py" />
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Name</source>
   <translation>Enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Ends on a day</source>
   <translation>Yn dod i ben ar ddiwrnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/register_import_later.py" />
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Last day</source>
   <translation>Diwrnod olaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Add a scan of the form</source>
   <translation>Ychwanegu sgan o’r ffurflen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>The scan</source>
   <translation>Y sgan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Scans (*.pdf *.jpg *.jpeg *.png)</source>
   <translation>Sganiau (*.pdf *.jpg *.jpeg *.png)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Record the answer</source>
   <translation>Cofnodi’r ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Record the form</source>
   <translation>Cofnodi’r ffurflen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Say who answered; a yes needs the form and something that proves it.</source>
   <translation>Dywedwch pwy atebodd; mae angen y ffurflen a rhywbeth sy’n ei brofi ar ie.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Enter at least one answer.</source>
   <translation>Rhowch o leiaf un ateb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Yes</source>
   <translation>Ie</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <location filename="../../app/ui/pages/cases.py" />
   <source>No</source>
   <translation>Na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Y for yes, N for no, Delete for neither</source>
   <translation>Y am ie, N am na, Delete am y naill na’r llall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Relationship</source>
   <translation>Perthynas</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Given on</source>
   <translation>Rhoddwyd ar</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Parents told on</source>
   <translation>Dywedwyd wrth rieni ar</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Which form</source>
   <translation>Pa ffurflen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>What proves it</source>
   <translation>Beth sy’n ei brofi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>the child</source>
   <translation>y plentyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>themselves</source>
   <translation>nhw eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>{name} is kept with the form, encrypted.</source>
   <translation>Cedwir {name} gyda’r ffurflen, wedi’i amgryptio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Takes the yes back</source>
   <translation>Yn tynnu’r ie yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>Record an answer</source>
   <translation>Cofnodi ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <location filename="../../app/ui/pages/post_thread.py" />
   <source>Answer</source>
   <translation>Ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>Record a form</source>
   <translation>Cofnodi ffurflen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>{consent_kind}: yes on every platform</source>
   <translation>{consent_kind}: ie ar bob platfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>For example: photo form 2026</source>
   <translation>Er enghraifft: ffurflen luniau 2026</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>For example: paper form, folder 3, page 12</source>
   <translation>Er enghraifft: ffurflen bapur, ffolder 3, tudalen 12</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>This file cannot be read. Choose another.</source>
   <translation>Ni ellir darllen y ffeil hon. Dewiswch un arall.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <location filename="../../app/ui/pages/consent_cell.py" />
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Leave it</source>
   <translation>Ei adael</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/answer_form.py" />
   <source>no answer</source>
   <translation>dim ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Approve</source>
   <translation>Cymeradwyo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>“{title}” is approved until {moment}.</source>
   <translation>Mae “{title}” wedi’i gymeradwyo hyd {moment}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Posts that wait</source>
   <translation>Postiadau sy’n aros</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/home.py" />
   <source>Nothing waits for you.</source>
   <translation>Does dim yn aros amdanoch chi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Posts that staff submit appear here.</source>
   <translation>Bydd postiadau a gyflwynir gan staff yn ymddangos yma.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/questions.py" />
   <source>The picture as it would go out</source>
   <translation>Y llun fel y byddai’n mynd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Look closer</source>
   <translation>Edrych yn agosach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/questions.py" />
   <source>Previous picture</source>
   <translation>Llun blaenorol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/questions.py" />
   <source>Next picture</source>
   <translation>Llun nesaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Accurate, positive and relevant</source>
   <translation>Cywir, cadarnhaol a pherthnasol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <source>Keep</source>
   <translation>Cadw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Return</source>
   <translation>Dychwelyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Hold</source>
   <translation>Oedi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Reject</source>
   <translation>Gwrthod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/posts.py" />
   <source>{words} · by {author_name}, {moment}</source>
   <translation>{words} · gan {author_name}, {moment}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source> {pictures} not looked at yet.</source>
   <translation> {pictures} heb edrych arnynt eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Approve means: exactly these pictures and words, for {days}.{left}</source>
   <translation>Ystyr cymeradwyo: yr union luniau a geiriau hyn, am {days}.{left}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source> · left out</source>
   <translation> · hepgorwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Write a note first, so that the author knows what to do.</source>
   <translation>Ysgrifennwch nodyn yn gyntaf, fel bod yr awdur yn gwybod beth i’w wneud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>waits for you</source>
   <translation>yn aros amdanoch chi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Waiting</source>
   <translation>Yn aros</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Ctrl+E; arrow keys move it</source>
   <translation>Ctrl+E; mae’r saethau’n ei symud</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Page Up</source>
   <translation>Page Up</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Page Down</source>
   <translation>Page Down</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>Keep the reason</source>
   <translation>Cadw’r rheswm</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>Why it may stand</source>
   <translation>Pam y caiff aros</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Return with the note</source>
   <translation>Dychwelyd gyda’r nodyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Hold with the question</source>
   <translation>Oedi gyda’r cwestiwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Reject with the note</source>
   <translation>Gwrthod gyda’r nodyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>The author gets the note and works on it.</source>
   <translation>Mae’r awdur yn cael y nodyn ac yn gweithio arno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Whoever is asked answers the question; the post waits here.</source>
   <translation>Pwy bynnag a holir sy’n ateb y cwestiwn; mae’r postiad yn aros yma.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>It never goes out; the author gets the note.</source>
   <translation>Nid yw byth yn mynd allan; mae’r awdur yn cael y nodyn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>What there is to know</source>
   <translation>Beth sydd i’w wybod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Note or question</source>
   <translation>Nodyn neu gwestiwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Who answers a question</source>
   <translation>Pwy sy’n ateb cwestiwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>This post was changed meanwhile: this is how it is now.</source>
   <translation>Newidiwyd y postiad hwn yn y cyfamser: dyma fel y mae nawr.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>“{title}” does not wait any more. Your note was: {note}</source>
   <translation>Nid yw “{title}” yn aros mwyach. Eich nodyn oedd: {note}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>urgent</source>
   <translation>brys</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/post_about.py" />
   <source>The enquiry</source>
   <translation>Yr ymholiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Somebody else has to approve what you wrote.</source>
   <translation>Rhaid i rywun arall gymeradwyo’r hyn a ysgrifennoch.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Approve with these corrections</source>
   <translation>Cymeradwyo gyda’r cywiriadau hyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>{number} of {shown}{out}</source>
   <translation>{number} o {shown}{out}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>“{title}” will never go out.</source>
   <translation>Ni fydd “{title}” byth yn mynd allan.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>went back to its author</source>
   <translation>aeth yn ôl at ei awdur</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>is on hold</source>
   <translation>wedi’i oedi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>is rejected</source>
   <translation>gwrthodwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/person_sheet.py" />
   <location filename="../../app/ui/pages/post_confirm.py" />
   <location filename="../../app/ui/pages/post_list.py" />
   <location filename="../../app/ui/pages/questions.py" />
   <source>Untitled</source>
   <translation>Di-deitl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/post_list.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>{n} pictures</source>
   <comment>one</comment>
   <translation>{n} llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/post_list.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>{n} pictures</source>
   <comment>two</comment>
   <translation>{n} lun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/post_list.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>{n} pictures</source>
   <comment>few</comment>
   <translation>{n} llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/post_list.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>{n} pictures</source>
   <comment>many</comment>
   <translation>{n} llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/post_list.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>{n} pictures</source>
   <comment>zero</comment>
   <translation>{n} llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/post_list.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>{n} pictures</source>
   <comment>other</comment>
   <translation>{n} llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>{n} days</source>
   <comment>one</comment>
   <translation>{n} diwrnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>{n} days</source>
   <comment>two</comment>
   <translation>{n} ddiwrnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>{n} days</source>
   <comment>few</comment>
   <translation>{n} diwrnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>{n} days</source>
   <comment>many</comment>
   <translation>{n} diwrnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>{n} days</source>
   <comment>zero</comment>
   <translation>{n} diwrnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>{n} days</source>
   <comment>other</comment>
   <translation>{n} diwrnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <source>Reject it</source>
   <translation>Ei wrthod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve.py" />
   <location filename="../../app/ui/pages/face_choice.py" />
   <location filename="../../app/ui/pages/photo_choice.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <location filename="../../app/ui/plugged.py" />
   <source>Not now</source>
   <translation>Ddim nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <location filename="../../app/ui/pages/post_findings.py" />
   <source> Reason given: {reason}</source>
   <translation> Y rheswm a roddwyd: {reason}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <location filename="../../app/ui/pages/post_findings.py" />
   <source> (policy {clause})</source>
   <translation> (polisi {clause})</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Nobody said who made it</source>
   <translation>Ni ddywedodd neb pwy a’i gwnaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Credit: {attribution}</source>
   <translation>Cydnabyddiaeth: {attribution}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Dress and situation: {suitability}</source>
   <translation>Gwisg a sefyllfa: {suitability}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Permission: {words}</source>
   <translation>Caniatâd: {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Not decided</source>
   <translation>Heb ei benderfynu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>In the way</source>
   <translation>Yn y ffordd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Shown</source>
   <translation>I’w weld</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Covered</source>
   <translation>Gorchuddiwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Looked for</source>
   <translation>Chwiliwyd amdano</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Whose picture</source>
   <translation>Llun pwy</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>The author confirmed</source>
   <translation>Cadarnhaodd yr awdur</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Please look</source>
   <translation>Edrychwch</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_facts.py" />
   <source>Nobody who could be recognised</source>
   <translation>Neb y gellid ei adnabod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_words.py" />
   <source>Leave this picture out</source>
   <translation>Hepgor y llun hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_words.py" />
   <source>Take this picture back in</source>
   <translation>Cymryd y llun hwn yn ôl i mewn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_words.py" />
   <location filename="../../app/ui/pages/posts.py" />
   <source>Words</source>
   <translation>Geiriau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/approve_words.py" />
   <source>For people who cannot see it</source>
   <translation>I bobl na allant ei weld</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Every class</source>
   <translation>Pob dosbarth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>To ask{part}.csv</source>
   <translation>I’w holi{part}.csv</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>Class to ask</source>
   <translation>Dosbarth i’w holi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>Who must be asked again</source>
   <translation>Pwy y mae’n rhaid ei holi eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>Save as a table</source>
   <translation>Cadw fel tabl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Print</source>
   <translation>Argraffu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>Nobody has to be asked again</source>
   <translation>Nid oes rhaid holi neb eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>Every answer is there and not too old.</source>
   <translation>Mae pob ateb yno ac nid yw’n rhy hen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>{n} people have to be asked</source>
   <comment>one</comment>
   <translation>{n} person i’w holi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>{n} people have to be asked</source>
   <comment>two</comment>
   <translation>{n} berson i’w holi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>{n} people have to be asked</source>
   <comment>few</comment>
   <translation>{n} pherson i’w holi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>{n} people have to be asked</source>
   <comment>many</comment>
   <translation>{n} pherson i’w holi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>{n} people have to be asked</source>
   <comment>zero</comment>
   <translation>{n} person i’w holi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>{n} people have to be asked</source>
   <comment>other</comment>
   <translation>{n} person i’w holi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <location filename="../../app/ui/pages/retention.py" />
   <source>Save the list</source>
   <translation>Cadw’r rhestr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>Tables (*.csv)</source>
   <translation>Tablau (*.csv)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>The list is in {file}. It holds names: keep it where only the office can read it.</source>
   <translation>Mae’r rhestr yn {file}. Mae’n cynnwys enwau: cadwch hi lle na all neb ond y swyddfa ei darllen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/ask_again.py" />
   <source>To be asked again</source>
   <translation>I’w holi eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>What was said</source>
   <translation>Beth a ddywedwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>By whom</source>
   <translation>Gan bwy</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>On</source>
   <translation>Ar</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>How that can be seen</source>
   <translation>Sut y gellir gweld hynny</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>told in writing</source>
   <translation>dywedwyd yn ysgrifenedig</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>agreed in writing</source>
   <translation>cytunwyd yn ysgrifenedig</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>objected</source>
   <translation>gwrthwynebwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>the child refuses</source>
   <translation>mae’r plentyn yn gwrthod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>the child refuses no more</source>
   <translation>nid yw’r plentyn yn gwrthod mwyach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>need not be asked</source>
   <translation>nid oes rhaid gofyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>Say on which day.</source>
   <translation>Dywedwch ar ba ddiwrnod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>For example: letter in folder 3</source>
   <translation>Er enghraifft: llythyr yn ffolder 3</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>No to comparing this face</source>
   <translation>Na i gymharu’r wyneb hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>Record what was said</source>
   <translation>Cofnodi beth a ddywedwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <location filename="../../app/ui/pages/cases.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Record it</source>
   <translation>Ei gofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>The face of {name} is not compared from now on, and their features are deleted. Who says no?</source>
   <translation>Ni chaiff wyneb {name} ei gymharu o hyn ymlaen, a dilëir ei nodweddion. Pwy sy’n dweud na?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>may be compared</source>
   <translation>ceir ei gymharu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>may not be compared</source>
   <translation>ni cheir ei gymharu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>Say which parent.</source>
   <translation>Dywedwch pa riant.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>Recorded for {name}.</source>
   <translation>Cofnodwyd ar gyfer {name}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/says_no.py" />
   <source>A parent</source>
   <translation>Rhiant</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <location filename="../../app/ui/pages/says_no.py" />
   <source>The child</source>
   <translation>Y plentyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source> {sets} of features deleted, with a receipt.</source>
   <translation> Dilëwyd {sets} o nodweddion, gyda derbynneb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>Recorded: the face of {name} is not compared.{gone}</source>
   <translation>Cofnodwyd: ni chaiff wyneb {name} ei gymharu.{gone}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>Comparing the face</source>
   <translation>Cymharu’r wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>A parent was told in writing</source>
   <translation>Dywedwyd wrth riant yn ysgrifenedig</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>A yes in writing</source>
   <translation>Ie ysgrifenedig</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>The child refuses no more</source>
   <translation>Nid yw’r plentyn yn gwrthod mwyach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/post_about.py" />
   <location filename="../../app/ui/pages/post_pictures.py" />
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>Please choose</source>
   <translation>Dewiswch</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Themselves</source>
   <translation>Nhw eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>{n} sets</source>
   <comment>one</comment>
   <translation>{n} set</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>{n} sets</source>
   <comment>two</comment>
   <translation>{n} set</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>{n} sets</source>
   <comment>few</comment>
   <translation>{n} set</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>{n} sets</source>
   <comment>many</comment>
   <translation>{n} set</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>{n} sets</source>
   <comment>zero</comment>
   <translation>{n} set</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/biometric_panel.py" />
   <source>{n} sets</source>
   <comment>other</comment>
   <translation>{n} set</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/photo_sift.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/post_about.py" />
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Event</source>
   <translation>Digwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/person_form.py" />
   <location filename="../../app/ui/pages/register.py" />
   <location filename="../../app/ui/pages/register_grid.py" />
   <location filename="../../app/ui/pages/register_list.py" />
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Class</source>
   <translation>Dosbarth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/platform_users.py" />
   <location filename="../../app/ui/pages/records.py" />
   <location filename="../../app/ui/pages/report.py" />
   <source>From</source>
   <translation>O</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/records.py" />
   <location filename="../../app/ui/pages/report.py" />
   <source>To</source>
   <translation>Hyd at</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Only those nobody looked at yet</source>
   <translation>Dim ond y rhai nad oes neb wedi edrych arnynt eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Look at each photo: Y when they are in it, N when they are not. Several can be chosen at once.</source>
   <translation>Edrychwch ar bob llun: Y pan fyddant ynddo, N pan na fyddant. Gellir dewis sawl un ar unwaith.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/register_list.py" />
   <location filename="../../app/ui/pages/training.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>{n} people</source>
   <comment>one</comment>
   <translation>{n} person</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/register_list.py" />
   <location filename="../../app/ui/pages/training.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>{n} people</source>
   <comment>two</comment>
   <translation>{n} berson</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/register_list.py" />
   <location filename="../../app/ui/pages/training.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>{n} people</source>
   <comment>few</comment>
   <translation>{n} pherson</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/register_list.py" />
   <location filename="../../app/ui/pages/training.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>{n} people</source>
   <comment>many</comment>
   <translation>{n} pherson</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/register_list.py" />
   <location filename="../../app/ui/pages/training.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>{n} people</source>
   <comment>zero</comment>
   <translation>{n} person</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/register_list.py" />
   <location filename="../../app/ui/pages/training.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>{n} people</source>
   <comment>other</comment>
   <translation>{n} person</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/home.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>Look</source>
   <translation>Edrych</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>In it</source>
   <translation>Ynddo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Not in it</source>
   <translation>Ddim ynddo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Photos to look through</source>
   <translation>Lluniau i edrych drwyddynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>The chosen photo</source>
   <translation>Y llun a ddewiswyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>They are in it</source>
   <translation>Maent ynddo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>They are not in it</source>
   <translation>Nid ydynt ynddo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Name the face in Review</source>
   <translation>Enwi’r wyneb yn Adolygu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} photos name them</source>
   <comment>one</comment>
   <translation>{n} llun yn eu henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} photos name them</source>
   <comment>two</comment>
   <translation>{n} lun yn eu henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} photos name them</source>
   <comment>few</comment>
   <translation>{n} llun yn eu henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} photos name them</source>
   <comment>many</comment>
   <translation>{n} llun yn eu henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} photos name them</source>
   <comment>zero</comment>
   <translation>{n} llun yn eu henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} photos name them</source>
   <comment>other</comment>
   <translation>{n} llun yn eu henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} posts</source>
   <comment>one</comment>
   <translation>{n} postiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} posts</source>
   <comment>two</comment>
   <translation>{n} bostiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} posts</source>
   <comment>few</comment>
   <translation>{n} phostiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} posts</source>
   <comment>many</comment>
   <translation>{n} phostiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} posts</source>
   <comment>zero</comment>
   <translation>{n} postiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} posts</source>
   <comment>other</comment>
   <translation>{n} postiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/person_sheet.py" />
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>{n} answers</source>
   <comment>one</comment>
   <translation>{n} ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/person_sheet.py" />
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>{n} answers</source>
   <comment>two</comment>
   <translation>{n} ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/person_sheet.py" />
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>{n} answers</source>
   <comment>few</comment>
   <translation>{n} ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/person_sheet.py" />
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>{n} answers</source>
   <comment>many</comment>
   <translation>{n} ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/person_sheet.py" />
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>{n} answers</source>
   <comment>zero</comment>
   <translation>{n} ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/person_sheet.py" />
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>{n} answers</source>
   <comment>other</comment>
   <translation>{n} ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/records.py" />
   <source>{n} records</source>
   <comment>one</comment>
   <translation>{n} cofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/records.py" />
   <source>{n} records</source>
   <comment>two</comment>
   <translation>{n} gofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/records.py" />
   <source>{n} records</source>
   <comment>few</comment>
   <translation>{n} chofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/records.py" />
   <source>{n} records</source>
   <comment>many</comment>
   <translation>{n} chofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/records.py" />
   <source>{n} records</source>
   <comment>zero</comment>
   <translation>{n} cofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/records.py" />
   <source>{n} records</source>
   <comment>other</comment>
   <translation>{n} cofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{photos} to look through</source>
   <translation>{photos} i edrych drwyddynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Photo {number} · {event} · {day} · {unnamed} nobody named</source>
   <translation>Llun {number} · {event} · {day} · {unnamed} heb eu henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>What is held</source>
   <translation>Beth sydd yma</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Looking for everything that is held …</source>
   <translation>Yn chwilio am bopeth sydd yma …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Choose a photo of the list first.</source>
   <translation>Dewiswch lun o’r rhestr yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Every event</source>
   <translation>Pob digwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/home.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/photo_choice.py" />
   <location filename="../../app/ui/pages/photo_sift.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} photos</source>
   <comment>one</comment>
   <translation>{n} llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/home.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/photo_choice.py" />
   <location filename="../../app/ui/pages/photo_sift.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} photos</source>
   <comment>two</comment>
   <translation>{n} lun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/home.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/photo_choice.py" />
   <location filename="../../app/ui/pages/photo_sift.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} photos</source>
   <comment>few</comment>
   <translation>{n} llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/home.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/photo_choice.py" />
   <location filename="../../app/ui/pages/photo_sift.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} photos</source>
   <comment>many</comment>
   <translation>{n} llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/home.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/photo_choice.py" />
   <location filename="../../app/ui/pages/photo_sift.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} photos</source>
   <comment>zero</comment>
   <translation>{n} llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/home.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/photo_choice.py" />
   <location filename="../../app/ui/pages/photo_sift.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{n} photos</source>
   <comment>other</comment>
   <translation>{n} llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{films} to watch</source>
   <translation>{films} i’w gwylio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>Without an event</source>
   <translation>Heb ddigwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} films</source>
   <comment>one</comment>
   <translation>{n} ffilm</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} films</source>
   <comment>two</comment>
   <translation>{n} ffilm</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} films</source>
   <comment>few</comment>
   <translation>{n} ffilm</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} films</source>
   <comment>many</comment>
   <translation>{n} ffilm</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} films</source>
   <comment>zero</comment>
   <translation>{n} ffilm</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/case_photos.py" />
   <source>{n} films</source>
   <comment>other</comment>
   <translation>{n} ffilm</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Requests</source>
   <translation>Ceisiadau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>What it is</source>
   <translation>Beth yw hi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Whom it is about</source>
   <translation>Am bwy y mae</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Who asks</source>
   <translation>Pwy sy’n gofyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>By what right</source>
   <translation>Yn ôl pa hawl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>When it came, or when you knew</source>
   <translation>Pryd y daeth, neu pryd y clywsoch</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>What is asked for, or what happened</source>
   <translation>Beth y gofynnir amdano, neu beth ddigwyddodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Touches keeping children safe: only the Headteacher and the safeguarding lead open it</source>
   <translation>Mae’n ymwneud â chadw plant yn ddiogel: dim ond y Pennaeth a’r arweinydd diogelu sy’n ei agor</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Who, what, how, or why</source>
   <translation>Pwy, beth, sut, neu pam</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>A number, a name or a word</source>
   <translation>Rhif, enw neu air</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Requests and incidents</source>
   <translation>Ceisiadau a digwyddiadau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>A name or UPN of the register</source>
   <translation>Enw neu UPN o’r gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>For a request or a complaint</source>
   <translation>Ar gyfer cais neu gŵyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>The pupil themselves, a parent with parental responsibility</source>
   <translation>Y disgybl ei hun, rhiant â chyfrifoldeb rhiant</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Today when this is left empty</source>
   <translation>Heddiw pan adewir hwn yn wag</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Say what happened.</source>
   <translation>Dywedwch beth ddigwyddodd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Record something</source>
   <translation>Cofnodi rhywbeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Nothing is open</source>
   <translation>Nid oes dim ar agor</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Complaints, requests and incidents appear here.</source>
   <translation>Bydd cwynion, ceisiadau a digwyddiadau’n ymddangos yma.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Report a worry or something you saw. The Headteacher and the safeguarding lead read it.</source>
   <translation>Rhoi gwybod am bryder neu rywbeth a welsoch. Mae’r Pennaeth a’r arweinydd diogelu yn ei ddarllen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Add a screenshot</source>
   <translation>Ychwanegu sgrinlun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Take two more months</source>
   <translation>Cymryd dau fis arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Stop the clock</source>
   <translation>Stopio’r cloc</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Let the clock go on</source>
   <translation>Gadael i’r cloc fynd ymlaen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>It may go out</source>
   <translation>Caiff fynd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Hold it back</source>
   <translation>Ei ddal yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Make the pack</source>
   <translation>Gwneud y pecyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Close it</source>
   <translation>Ei gau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source> Tell {tell}.</source>
   <translation> Dywedwch wrth {tell}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>No. {number} is recorded.{told}</source>
   <translation>Cofnodwyd rhif {number}.{told}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>No. {number} is closed for good: nothing can be added afterwards.</source>
   <translation>Caeir rhif {number} am byth: ni ellir ychwanegu dim wedyn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Making the pack of no. {number}</source>
   <translation>Yn gwneud pecyn rhif {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>No. {number} · {kind_words}</source>
   <translation>Rhif {number} · {kind_words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>tell {tell}</source>
   <translation>dywedwch wrth {tell}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Save a copy</source>
   <translation>Cadw copi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>Picture or PDF (*.png *.jpg *.pdf)</source>
   <translation>Llun neu PDF (*.png *.jpg *.pdf)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Where the pack goes</source>
   <translation>Ble mae’r pecyn yn mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Still open</source>
   <translation>Yn dal ar agor</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Closed</source>
   <translation>Ar gau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Request or incident</source>
   <translation>Cais neu ddigwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Say above why it is hard</source>
   <translation>Dywedwch uchod pam y mae’n anodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Say above what you asked whoever asks</source>
   <translation>Dywedwch uchod beth a ofynnoch i’r sawl sy’n gofyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>The picture is in {path}.</source>
   <translation>Mae’r llun yn {path}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Close it for good</source>
   <translation>Ei gau am byth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <source>Not yet</source>
   <translation>Ddim eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>The pack is in {folder}. It holds {pictures} pictures of this person alone.</source>
   <translation>Mae’r pecyn yn {folder}. Mae ynddo {pictures} llun o’r person hwn yn unig.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>No pack was made, and nothing of it is left.</source>
   <translation>Ni wnaed pecyn, ac nid oes dim ohono ar ôl.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>{found} people of the register fit “{words}”.</source>
   <translation>Mae {found} o bobl y gofrestr yn cyfateb i “{words}”.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>The clock stands still</source>
   <translation>Mae’r cloc wedi stopio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Open</source>
   <translation>Agor</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Over time since {when}</source>
   <translation>Dros amser ers {when}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Runs until {when}</source>
   <translation>Yn rhedeg hyd {when}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>late since {clock}</source>
   <translation>hwyr ers {clock}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>by {clock}</source>
   <translation>erbyn {clock}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>Say the UPN.</source>
   <translation>Dywedwch yr UPN.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/cases.py" />
   <source>received {moment}</source>
   <translation>derbyniwyd {moment}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>One no is enough, whoever said it.</source>
   <translation>Mae un na yn ddigon, pwy bynnag a’i dywedodd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>The yes was taken back.</source>
   <translation>Tynnwyd yr ie yn ôl.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Nobody has answered, so this is covered.</source>
   <translation>Nid oes neb wedi ateb, felly gorchuddir hwn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>There was a yes, and it has run out. Ask again.</source>
   <translation>Roedd ie, ac mae wedi dod i ben. Gofynnwch eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>A yes came back when something was undone. It counts once somebody confirms it.</source>
   <translation>Daeth ie yn ôl pan ddadwnaed rhywbeth. Mae’n cyfrif unwaith y bydd rhywun yn ei gadarnhau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>The parents said yes. The pupil is old enough now and has to be asked.</source>
   <translation>Dywedodd y rhieni ie. Mae’r disgybl yn ddigon hen bellach a rhaid gofyn iddo.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <location filename="../../app/ui/pages/home_charts.py" />
   <location filename="../../app/ui/words.py" />
   <source>yes</source>
   <translation>ie</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <location filename="../../app/ui/pages/face_choice.py" />
   <location filename="../../app/ui/pages/home_charts.py" />
   <location filename="../../app/ui/words.py" />
   <source>no</source>
   <translation>na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>yes taken back</source>
   <translation>tynnwyd yr ie yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Note the mistake</source>
   <translation>Nodi’r camgymeriad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>{consent_kind} on {name}</source>
   <translation>{consent_kind} ar {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>yes, to be confirmed</source>
   <translation>ie, i’w gadarnhau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/platform_users.py" />
   <location filename="../../app/ui/pages/policies.py" />
   <source>from {day}</source>
   <translation>o {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Entered by mistake: {words} of {giver}</source>
   <translation>Rhoddwyd i mewn drwy gamgymeriad: {words} gan {giver}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Everything ever answered</source>
   <translation>Popeth a atebwyd erioed</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Close this answer</source>
   <translation>Cau’r ateb hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Answers</source>
   <translation>Atebion</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>The yes is taken back.</source>
   <translation>Tynnir yr ie yn ôl.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>The answer has to be confirmed before anything shows.</source>
   <translation>Rhaid cadarnhau’r ateb cyn dangos dim.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Noted as a mistake. {then}</source>
   <translation>Nodwyd fel camgymeriad. {then}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <source>until {day}</source>
   <translation>hyd {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>the form is kept</source>
   <translation>mae’r ffurflen wedi’i chadw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Recorded by {who}, {when}</source>
   <translation>Cofnodwyd gan {who}, {when}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Entered by mistake</source>
   <translation>Rhoddwyd i mewn drwy gamgymeriad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Recorded for {name}: {consent_kind} on {platform_name}.</source>
   <translation>Cofnodwyd ar gyfer {name}: {consent_kind} ar {platform_name}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>How the mistake is known</source>
   <translation>Sut y gwyddys am y camgymeriad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Nothing yet.</source>
   <translation>Dim eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/consent_cell.py" />
   <source>Say how it is known.</source>
   <translation>Dywedwch sut y gwyddys.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>Add a contact</source>
   <translation>Ychwanegu cyswllt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>4 Sep 2026, or empty</source>
   <translation>4 Medi 2026, neu’n wag</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>Has parental responsibility: may say yes</source>
   <translation>Mae ganddynt gyfrifoldeb rhiant: cânt ddweud ie</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>Save the contact</source>
   <translation>Cadw’r cyswllt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>Nobody yet. A yes needs the name of who gave it; add the parents here.</source>
   <translation>Neb eto. Mae angen enw’r sawl a’i rhoddodd ar ie; ychwanegwch y rhieni yma.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source> (until {day})</source>
   <translation> (hyd {day})</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <location filename="../../app/ui/pages/person_form.py" />
   <location filename="../../app/ui/pages/platforms.py" />
   <location filename="../../app/ui/pages/policies.py" />
   <location filename="../../app/ui/pages/posts.py" />
   <source>Look at theirs</source>
   <translation>Edrych ar eu fersiwn nhw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>Contact’s name</source>
   <translation>Enw’r cyswllt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>To the child</source>
   <translation>Perthynas â’r plentyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>Last day, if it ended</source>
   <translation>Diwrnod olaf, os daeth i ben</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Change {name}</source>
   <translation>Newid {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>Write the last day like 4 Sep 2026, or leave it empty.</source>
   <translation>Ysgrifennwch y diwrnod olaf fel 4 Medi 2026, neu gadewch ef yn wag.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <location filename="../../app/ui/pages/person_sheet.py" />
   <location filename="../../app/ui/pages/platforms.py" />
   <source>{name} is stored.</source>
   <translation>Mae {name} wedi’i gadw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>Who may speak for them</source>
   <translation>Pwy gaiff siarad drostynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>may say yes</source>
   <translation>caiff ddweud ie</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/contacts_panel.py" />
   <source>may only say no</source>
   <translation>caiff ddweud na yn unig</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/crop_canvas.py" />
   <source>Part of the photo that is shown</source>
   <translation>Y rhan o’r llun a ddangosir</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/crop_canvas.py" />
   <source>From {left} to {right} per cent across and from {top} to {bottom} per cent down. Arrow keys move it, plus and minus change its size.</source>
   <translation>O {left} i {right} y cant ar draws ac o {top} i {bottom} y cant i lawr. Mae’r saethau’n ei symud, a phlws a minws yn newid ei maint.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Devices</source>
   <translation>Dyfeisiau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Set aside</source>
   <translation>O’r neilltu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>Films</source>
   <translation>Ffilmiau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Stopped imports</source>
   <translation>Mewnforion a stopiwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>{photos} may be named and go into posts from now on.</source>
   <translation>Ceir enwi {photos} a’u rhoi mewn postiadau o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/home.py" />
   <location filename="../../app/ui/pages/home_first.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/records.py" />
   <location filename="../../app/ui/pages/review.py" />
   <source>Import photos</source>
   <translation>Mewnforio lluniau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>No device yet</source>
   <translation>Dim dyfais eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>A device is here once photos were imported from it.</source>
   <translation>Bydd dyfais yma unwaith y bydd lluniau wedi’u mewnforio ohoni.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>That is kept.</source>
   <translation>Mae hynny wedi’i gadw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>The device is approved. What was set aside before still waits for a decision.</source>
   <translation>Mae’r ddyfais wedi’i chymeradwyo. Mae’r hyn a roddwyd o’r neilltu cynt yn dal i aros am benderfyniad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Its photos may go into posts until then.</source>
   <translation>Caiff ei lluniau fynd i bostiadau tan hynny.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Its clock is corrected for photos that come in from now on.</source>
   <translation>Cywirir ei chloc ar gyfer lluniau a ddaw i mewn o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Looking for {label}</source>
   <translation>Yn chwilio am {label}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>That is recorded.</source>
   <translation>Mae hynny wedi’i gofnodi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Listing {label} again</source>
   <translation>Yn rhestru {label} eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>{words} They cannot be set aside again.</source>
   <translation>{words} Ni ellir eu rhoi o’r neilltu eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Photo {number} is destroyed for good, with what belongs to it. Nobody can bring it back.</source>
   <translation>Caiff llun {number} ei ddinistrio am byth, gyda phopeth sy’n perthyn iddo. Ni all neb ddod ag ef yn ôl.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Photos taken with this device are set aside from now on, until it is approved again in writing.</source>
   <translation>Rhoddir lluniau a dynnir â’r ddyfais hon o’r neilltu o hyn ymlaen, nes ei chymeradwyo eto yn ysgrifenedig.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>The approval is over.</source>
   <translation>Mae’r gymeradwyaeth ar ben.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Taking a still from file {number}</source>
   <translation>Yn cymryd llun llonydd o ffeil {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>It is photo {number} now.</source>
   <translation>Llun {number} ydyw nawr.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <source>Looking for faces and names</source>
   <translation>Yn chwilio am wynebau ac enwau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Type a name or an owner</source>
   <translation>Teipiwch enw neu berchennog</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Phones, cameras and cards</source>
   <translation>Ffonau, camerâu a chardiau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Device</source>
   <translation>Dyfais</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Say until which day.</source>
   <translation>Dywedwch hyd pa ddiwrnod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Let them be used</source>
   <translation>Gadael iddynt gael eu defnyddio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>{photos} may be used.</source>
   <translation>Ceir defnyddio {photos}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Destroy it</source>
   <translation>Ei ddinistrio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>The owner’s card or stick</source>
   <translation>Cerdyn neu gofbin y perchennog</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>End the approval</source>
   <translation>Dod â’r gymeradwyaeth i ben</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>View: {parts}</source>
   <translation>Golwg: {parts}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Set aside {waiting}</source>
   <translation>O’r neilltu {waiting}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>{label} is not plugged in.</source>
   <translation>Nid yw {label} wedi’i gysylltu.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>no owner noted</source>
   <translation>dim perchennog wedi’i nodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Write what its clock shows like 2026-09-14 10:30.</source>
   <translation>Ysgrifennwch beth mae ei chloc yn ei ddangos fel 2026-09-14 10:30.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>It is recorded who says so. ClearPost did not see them go.</source>
   <translation>Cofnodwyd pwy sy’n dweud hynny. Ni welodd ClearPost nhw’n mynd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices.py" />
   <source>Plug it in and unlock it. A folder of this PC is listed again on the Import page.</source>
   <translation>Cysylltwch hi a’i datgloi. Rhestrir ffolder o’r cyfrifiadur hwn eto ar y dudalen Mewnforio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>nobody has said whose device it came from</source>
   <translation>nid oes neb wedi dweud o ddyfais pwy y daeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>the device is not approved</source>
   <translation>nid yw’r ddyfais wedi’i chymeradwyo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>taken on a day on which the device was not approved</source>
   <translation>tynnwyd ar ddiwrnod pan nad oedd y ddyfais wedi’i chymeradwyo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>nobody asked the owner of the drop folder on that day</source>
   <translation>ni ofynnodd neb i berchennog y ffolder gollwng ar y diwrnod hwnnw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>the camera’s clock can hardly be right: ask, and correct it under Devices</source>
   <translation>prin y gall cloc y camera fod yn gywir: gofynnwch, a’i gywiro o dan Dyfeisiau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Photos set aside</source>
   <translation>Lluniau o’r neilltu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>The photo that is set aside</source>
   <translation>Y llun sydd o’r neilltu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Let it be used</source>
   <translation>Gadael iddo gael ei ddefnyddio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Let all of this device be used</source>
   <translation>Gadael i bob un o’r ddyfais hon gael ei ddefnyddio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Give it back to its owner</source>
   <translation>Ei roi’n ôl i’w berchennog</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>No photo is set aside.</source>
   <translation>Nid oes llun o’r neilltu.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Photos of devices nobody approved wait here.</source>
   <translation>Mae lluniau o ddyfeisiau nad oes neb wedi’u cymeradwyo yn aros yma.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Its clock says {taken_at}. </source>
   <translation>Mae ei gloc yn dweud {taken_at}. </translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>It does not say when. </source>
   <translation>Nid yw’n dweud pryd. </translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source> The Headteacher decides about it.</source>
   <translation> Y Pennaeth sy’n penderfynu amdano.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Photo {number} · {label}</source>
   <translation>Llun {number} · {label}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Imports that were stopped</source>
   <translation>Mewnforion a stopiwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Record what was done</source>
   <translation>Cofnodi beth a wnaed</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>No import was stopped.</source>
   <translation>Ni stopiwyd unrhyw fewnforiad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>What was done, and when; nothing of what was to be seen</source>
   <translation>Beth a wnaed, a phryd; dim o’r hyn oedd i’w weld</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source> Done: {answer} ({day})</source>
   <translation> Gwnaed: {answer} ({day})</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>answered</source>
   <translation>atebwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <location filename="../../app/ui/pages/home_charts.py" />
   <location filename="../../app/ui/pages/platforms.py" />
   <source>open</source>
   <translation>agored</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Photo {number} of “{event}”: {reasons}. {taken}{ask}</source>
   <translation>Llun {number} o “{event}”: {reasons}. {taken}{ask}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_aside.py" />
   <source>Nothing was noted.</source>
   <translation>Ni nodwyd dim.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>{event} · {what} · {bytes} MB</source>
   <translation>{event} · {what} · {bytes} MB</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>Films are never shown or posted. A still taken from one is looked through and named like every photo.</source>
   <translation>Ni chaiff ffilmiau byth eu dangos na’u postio. Edrychir drwy lun llonydd a gymerir o un a’i enwi fel pob llun.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>moving half of a live photo</source>
   <translation>hanner symudol llun byw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>film</source>
   <translation>ffilm</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>File {number}</source>
   <translation>Ffeil {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>Take a still</source>
   <translation>Cymryd llun llonydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>No film came with the photos.</source>
   <translation>Ni ddaeth ffilm gyda’r lluniau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>Films are kept here and never posted.</source>
   <translation>Cedwir ffilmiau yma ac ni chânt byth eu postio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>How many seconds into the film</source>
   <translation>Sawl eiliad i mewn i’r ffilm</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <location filename="../../app/ui/words.py" />
   <source>set aside</source>
   <translation>o’r neilltu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_films.py" />
   <source>Write a number of seconds, for example 2.5.</source>
   <translation>Ysgrifennwch nifer o eiliadau, er enghraifft 2.5.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>The school’s</source>
   <translation>Yr ysgol biau hi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Somebody’s own</source>
   <translation>Eiddo rhywun ei hun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Nobody has said</source>
   <translation>Nid oes neb wedi dweud</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <source>A colleague’s drop folder</source>
   <translation>Ffolder gollwng cydweithiwr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>iPhone or iPad</source>
   <translation>iPhone neu iPad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Android phone or tablet</source>
   <translation>Ffôn neu lechen Android</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Camera</source>
   <translation>Camera</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Card or stick</source>
   <translation>Cerdyn neu gofbin</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Folder</source>
   <translation>Ffolder</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Delete them on the device itself, plug it in and list again. Without the device, its owner has to say so.</source>
   <translation>Dilëwch nhw ar y ddyfais ei hun, cysylltwch hi a’i rhestru eto. Heb y ddyfais, rhaid i’w pherchennog ddweud hynny.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{originals} still on it</source>
   <translation>{originals} arni o hyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{photos} set aside</source>
   <translation>{photos} o’r neilltu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>bins and clouds not looked at yet</source>
   <translation>heb edrych ar finiau a chymylau eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/words.py" />
   <source>approved</source>
   <translation>cymeradwywyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>not approved</source>
   <translation>nis cymeradwywyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>List again</source>
   <translation>Rhestru eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>They were deleted by hand</source>
   <translation>Dilëwyd nhw â llaw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Lift it until then</source>
   <translation>Ei godi tan hynny</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Record that</source>
   <translation>Cofnodi hynny</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Approve it</source>
   <translation>Ei chymeradwyo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>End the approval now</source>
   <translation>Dod â’r gymeradwyaeth i ben nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>For the approval</source>
   <translation>Ar gyfer y gymeradwyaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Keep this</source>
   <translation>Cadw hyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Correct its clock</source>
   <translation>Cywiro ei chloc</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source> · first seen {day}</source>
   <translation> · gwelwyd gyntaf {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{owner}{kinds} · {files} came from it{first}</source>
   <translation>{owner}{kinds} · daeth {files} ohoni{first}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are added.</source>
   <comment>one</comment>
   <translation>Ychwanegir {n} munud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are added.</source>
   <comment>two</comment>
   <translation>Ychwanegir {n} funud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are added.</source>
   <comment>few</comment>
   <translation>Ychwanegir {n} munud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are added.</source>
   <comment>many</comment>
   <translation>Ychwanegir {n} munud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are added.</source>
   <comment>zero</comment>
   <translation>Ychwanegir {n} munud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are added.</source>
   <comment>other</comment>
   <translation>Ychwanegir {n} munud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Now: {said} It holds for photos that come in from now on.</source>
   <translation>Nawr: {said} Mae’n dal ar gyfer lluniau a ddaw i mewn o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{originals} still on it, lifted until {day}</source>
   <translation>{originals} arni o hyd, codwyd hyd {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>owner asked today</source>
   <translation>gofynnwyd i’r perchennog heddiw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>ask its owner before an import</source>
   <translation>gofynnwch i’w pherchennog cyn mewnforio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>the school’s</source>
   <translation>yr ysgol biau hi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>not confirmed</source>
   <translation>heb ei gadarnhau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/records.py" />
   <source>Receipts</source>
   <translation>Derbynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <source>Still on the device</source>
   <translation>Yn dal ar y ddyfais</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Who deleted them and looked that they are gone</source>
   <translation>Pwy a’u dileodd ac a edrychodd eu bod wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>What no program can reach</source>
   <translation>Yr hyn na all unrhyw raglen ei gyrraedd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Who looked</source>
   <translation>Pwy edrychodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>The Headteacher’s approval</source>
   <translation>Cymeradwyaeth y Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/marks_form.py" />
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Whose it is</source>
   <translation>Pwy biau hi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>What its clock shows now</source>
   <translation>Beth mae ei chloc yn ei ddangos nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are taken off.</source>
   <comment>one</comment>
   <translation>Tynnir {n} munud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are taken off.</source>
   <comment>two</comment>
   <translation>Tynnir {n} funud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are taken off.</source>
   <comment>few</comment>
   <translation>Tynnir {n} munud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are taken off.</source>
   <comment>many</comment>
   <translation>Tynnir {n} munud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are taken off.</source>
   <comment>zero</comment>
   <translation>Tynnir {n} munud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>{n} minutes are taken off.</source>
   <comment>other</comment>
   <translation>Tynnir {n} munud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>It is right.</source>
   <translation>Mae’n gywir.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Not approved: its photos are set aside until the Headteacher decides.</source>
   <translation>Heb ei chymeradwyo: caiff ei lluniau eu rhoi o’r neilltu nes i’r Pennaeth benderfynu.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>until somebody ends it</source>
   <translation>nes i rywun ddod â hi i ben</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Approved by {grantor} from {day} {until}.</source>
   <translation>Cymeradwywyd gan {grantor} o {day} {until}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{n} originals</source>
   <comment>one</comment>
   <translation>{n} llun gwreiddiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{n} originals</source>
   <comment>two</comment>
   <translation>{n} lun gwreiddiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{n} originals</source>
   <comment>few</comment>
   <translation>{n} llun gwreiddiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{n} originals</source>
   <comment>many</comment>
   <translation>{n} llun gwreiddiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{n} originals</source>
   <comment>zero</comment>
   <translation>{n} llun gwreiddiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{n} originals</source>
   <comment>other</comment>
   <translation>{n} llun gwreiddiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Let its photos into posts until</source>
   <translation>Gadael ei lluniau i bostiadau hyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Where the writing is kept</source>
   <translation>Ble mae’r ysgrifen wedi’i chadw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/packs.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/policies.py" />
   <source>First day</source>
   <translation>Diwrnod cyntaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>What people call it</source>
   <translation>Beth mae pobl yn ei galw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>It is</source>
   <translation>Mae’n</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/import_page.py" />
   <source>{n} files</source>
   <comment>one</comment>
   <translation>{n} ffeil</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/import_page.py" />
   <source>{n} files</source>
   <comment>two</comment>
   <translation>{n} ffeil</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/import_page.py" />
   <source>{n} files</source>
   <comment>few</comment>
   <translation>{n} ffeil</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/import_page.py" />
   <source>{n} files</source>
   <comment>many</comment>
   <translation>{n} ffeil</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/import_page.py" />
   <source>{n} files</source>
   <comment>zero</comment>
   <translation>{n} ffeil</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/import_page.py" />
   <source>{n} files</source>
   <comment>other</comment>
   <translation>{n} ffeil</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Say whose device it is.</source>
   <translation>Dywedwch pwy biau’r ddyfais.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>An approval has to be in writing.</source>
   <translation>Rhaid i gymeradwyaeth fod yn ysgrifenedig.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/policies.py" />
   <source>Say from which day it holds.</source>
   <translation>Dywedwch o ba ddiwrnod y mae’n dal.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>Empty: until somebody ends it</source>
   <translation>Gwag: nes i rywun ddod â hi i ben</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>Give it a name.</source>
   <translation>Rhowch enw arni.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>not removed yet</source>
   <translation>heb ei ddileu eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/devices_sheet.py" />
   <source>and {more} more</source>
   <translation>a {more} arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>good</source>
   <translation>da</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>small: less certain</source>
   <translation>bach: llai sicr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>unsharp: less certain</source>
   <translation>aneglur: llai sicr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>turned to the side: less certain</source>
   <translation>wedi troi i’r ochr: llai sicr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>Several photos of different days are best. Click one to take it in or out.</source>
   <translation>Sawl llun o wahanol ddiwrnodau sydd orau. Cliciwch un i’w gymryd i mewn neu allan.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>Photo {photo_number} · {event}</source>
   <translation>Llun {photo_number} · {event}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>Faces named as this child</source>
   <translation>Wynebau a enwyd fel y plentyn hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>Take it out</source>
   <translation>Ei dynnu allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>I looked: it is them</source>
   <translation>Edrychais: nhw ydyw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>Keep these faces</source>
   <translation>Cadw’r wynebau hyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>Looking for faces named as this child …</source>
   <translation>Yn chwilio am wynebau a enwyd fel y plentyn hwn …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>Keep {faces}</source>
   <translation>Cadw {faces}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>Look at this face. If it is somebody else, correct the name in Review too.</source>
   <translation>Edrychwch ar yr wyneb hwn. Os rhywun arall ydyw, cywirwch yr enw yn Adolygu hefyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>Nobody has named a face as this child yet. Do that in Review.</source>
   <translation>Nid oes neb wedi enwi wyneb fel y plentyn hwn eto. Gwnewch hynny yn Adolygu.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <source>look</source>
   <translation>edrychwch</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/face_choice.py" />
   <location filename="../../app/ui/pages/photo_choice.py" />
   <source>taken</source>
   <translation>cymerwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Home</source>
   <translation>Hafan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pictures have to be taken down{by}</source>
   <comment>one</comment>
   <translation>{n} llun i’w dynnu i lawr{by}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pictures have to be taken down{by}</source>
   <comment>two</comment>
   <translation>{n} lun i’w tynnu i lawr{by}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pictures have to be taken down{by}</source>
   <comment>few</comment>
   <translation>{n} llun i’w tynnu i lawr{by}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pictures have to be taken down{by}</source>
   <comment>many</comment>
   <translation>{n} llun i’w tynnu i lawr{by}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pictures have to be taken down{by}</source>
   <comment>zero</comment>
   <translation>{n} llun i’w tynnu i lawr{by}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pictures have to be taken down{by}</source>
   <comment>other</comment>
   <translation>{n} llun i’w tynnu i lawr{by}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Take down</source>
   <translation>Tynnu i lawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} phones or cards still hold {originals} that should be gone</source>
   <comment>one</comment>
   <translation>{n} ffôn neu gerdyn yn dal i gadw {originals} a ddylai fod wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} phones or cards still hold {originals} that should be gone</source>
   <comment>two</comment>
   <translation>{n} ffôn neu gerdyn yn dal i gadw {originals} a ddylai fod wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} phones or cards still hold {originals} that should be gone</source>
   <comment>few</comment>
   <translation>{n} ffôn neu gerdyn yn dal i gadw {originals} a ddylai fod wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} phones or cards still hold {originals} that should be gone</source>
   <comment>many</comment>
   <translation>{n} ffôn neu gerdyn yn dal i gadw {originals} a ddylai fod wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} phones or cards still hold {originals} that should be gone</source>
   <comment>zero</comment>
   <translation>{n} ffôn neu gerdyn yn dal i gadw {originals} a ddylai fod wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} phones or cards still hold {originals} that should be gone</source>
   <comment>other</comment>
   <translation>{n} ffôn neu gerdyn yn dal i gadw {originals} a ddylai fod wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Remove originals</source>
   <translation>Dileu’r rhai gwreiddiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} imports were stopped because of what somebody saw</source>
   <comment>one</comment>
   <translation>{n} mewnforiad a stopiwyd oherwydd yr hyn a welodd rhywun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} imports were stopped because of what somebody saw</source>
   <comment>two</comment>
   <translation>{n} fewnforiad a stopiwyd oherwydd yr hyn a welodd rhywun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} imports were stopped because of what somebody saw</source>
   <comment>few</comment>
   <translation>{n} mewnforiad a stopiwyd oherwydd yr hyn a welodd rhywun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} imports were stopped because of what somebody saw</source>
   <comment>many</comment>
   <translation>{n} mewnforiad a stopiwyd oherwydd yr hyn a welodd rhywun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} imports were stopped because of what somebody saw</source>
   <comment>zero</comment>
   <translation>{n} mewnforiad a stopiwyd oherwydd yr hyn a welodd rhywun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} imports were stopped because of what somebody saw</source>
   <comment>other</comment>
   <translation>{n} mewnforiad a stopiwyd oherwydd yr hyn a welodd rhywun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Look at it</source>
   <translation>Edrych arno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos are set aside until you decide</source>
   <comment>one</comment>
   <translation>{n} llun o’r neilltu nes i chi benderfynu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos are set aside until you decide</source>
   <comment>two</comment>
   <translation>{n} lun o’r neilltu nes i chi benderfynu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos are set aside until you decide</source>
   <comment>few</comment>
   <translation>{n} llun o’r neilltu nes i chi benderfynu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos are set aside until you decide</source>
   <comment>many</comment>
   <translation>{n} llun o’r neilltu nes i chi benderfynu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos are set aside until you decide</source>
   <comment>zero</comment>
   <translation>{n} llun o’r neilltu nes i chi benderfynu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos are set aside until you decide</source>
   <comment>other</comment>
   <translation>{n} llun o’r neilltu nes i chi benderfynu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Decide</source>
   <translation>Penderfynu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts wait for your approval</source>
   <comment>one</comment>
   <translation>{n} postiad yn aros am eich cymeradwyaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts wait for your approval</source>
   <comment>two</comment>
   <translation>{n} bostiad yn aros am eich cymeradwyaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts wait for your approval</source>
   <comment>few</comment>
   <translation>{n} phostiad yn aros am eich cymeradwyaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts wait for your approval</source>
   <comment>many</comment>
   <translation>{n} phostiad yn aros am eich cymeradwyaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts wait for your approval</source>
   <comment>zero</comment>
   <translation>{n} postiad yn aros am eich cymeradwyaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts wait for your approval</source>
   <comment>other</comment>
   <translation>{n} postiad yn aros am eich cymeradwyaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} urgent notices went out that nobody else has looked at</source>
   <comment>one</comment>
   <translation>{n} hysbysiad brys a aeth allan heb i neb arall edrych arno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} urgent notices went out that nobody else has looked at</source>
   <comment>two</comment>
   <translation>{n} hysbysiad brys a aeth allan heb i neb arall edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} urgent notices went out that nobody else has looked at</source>
   <comment>few</comment>
   <translation>{n} hysbysiad brys a aeth allan heb i neb arall edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} urgent notices went out that nobody else has looked at</source>
   <comment>many</comment>
   <translation>{n} hysbysiad brys a aeth allan heb i neb arall edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} urgent notices went out that nobody else has looked at</source>
   <comment>zero</comment>
   <translation>{n} hysbysiad brys a aeth allan heb i neb arall edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} urgent notices went out that nobody else has looked at</source>
   <comment>other</comment>
   <translation>{n} hysbysiad brys a aeth allan heb i neb arall edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts online should be looked at again</source>
   <comment>one</comment>
   <translation>{n} postiad ar-lein y dylid edrych arno eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts online should be looked at again</source>
   <comment>two</comment>
   <translation>{n} bostiad ar-lein y dylid edrych arnynt eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts online should be looked at again</source>
   <comment>few</comment>
   <translation>{n} phostiad ar-lein y dylid edrych arnynt eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts online should be looked at again</source>
   <comment>many</comment>
   <translation>{n} phostiad ar-lein y dylid edrych arnynt eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts online should be looked at again</source>
   <comment>zero</comment>
   <translation>{n} postiad ar-lein y dylid edrych arnynt eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts online should be looked at again</source>
   <comment>other</comment>
   <translation>{n} postiad ar-lein y dylid edrych arnynt eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} approved posts ready to go out</source>
   <comment>one</comment>
   <translation>{n} postiad a gymeradwywyd yn barod i fynd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} approved posts ready to go out</source>
   <comment>two</comment>
   <translation>{n} bostiad a gymeradwywyd yn barod i fynd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} approved posts ready to go out</source>
   <comment>few</comment>
   <translation>{n} phostiad a gymeradwywyd yn barod i fynd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} approved posts ready to go out</source>
   <comment>many</comment>
   <translation>{n} phostiad a gymeradwywyd yn barod i fynd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} approved posts ready to go out</source>
   <comment>zero</comment>
   <translation>{n} postiad a gymeradwywyd yn barod i fynd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} approved posts ready to go out</source>
   <comment>other</comment>
   <translation>{n} postiad a gymeradwywyd yn barod i fynd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <source>Publish</source>
   <translation>Cyhoeddi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts came back with a note</source>
   <comment>one</comment>
   <translation>{n} postiad a ddaeth yn ôl gyda nodyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts came back with a note</source>
   <comment>two</comment>
   <translation>{n} bostiad a ddaeth yn ôl gyda nodyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts came back with a note</source>
   <comment>few</comment>
   <translation>{n} phostiad a ddaeth yn ôl gyda nodyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts came back with a note</source>
   <comment>many</comment>
   <translation>{n} phostiad a ddaeth yn ôl gyda nodyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts came back with a note</source>
   <comment>zero</comment>
   <translation>{n} postiad a ddaeth yn ôl gyda nodyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts came back with a note</source>
   <comment>other</comment>
   <translation>{n} postiad a ddaeth yn ôl gyda nodyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Read the note</source>
   <translation>Darllen y nodyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos have faces to name</source>
   <comment>one</comment>
   <translation>{n} llun â wynebau i’w henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos have faces to name</source>
   <comment>two</comment>
   <translation>{n} lun â wynebau i’w henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos have faces to name</source>
   <comment>few</comment>
   <translation>{n} llun â wynebau i’w henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos have faces to name</source>
   <comment>many</comment>
   <translation>{n} llun â wynebau i’w henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos have faces to name</source>
   <comment>zero</comment>
   <translation>{n} llun â wynebau i’w henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} photos have faces to name</source>
   <comment>other</comment>
   <translation>{n} llun â wynebau i’w henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Name faces</source>
   <translation>Enwi wynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} families have to be asked: somebody said no</source>
   <comment>one</comment>
   <translation>{n} teulu i’w holi: dywedodd rhywun na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} families have to be asked: somebody said no</source>
   <comment>two</comment>
   <translation>{n} deulu i’w holi: dywedodd rhywun na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} families have to be asked: somebody said no</source>
   <comment>few</comment>
   <translation>{n} theulu i’w holi: dywedodd rhywun na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} families have to be asked: somebody said no</source>
   <comment>many</comment>
   <translation>{n} theulu i’w holi: dywedodd rhywun na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} families have to be asked: somebody said no</source>
   <comment>zero</comment>
   <translation>{n} teulu i’w holi: dywedodd rhywun na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} families have to be asked: somebody said no</source>
   <comment>other</comment>
   <translation>{n} teulu i’w holi: dywedodd rhywun na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Ask and settle</source>
   <translation>Gofyn a setlo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils are old enough now to be asked themselves</source>
   <comment>one</comment>
   <translation>{n} disgybl sydd bellach yn ddigon hen i’w holi eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils are old enough now to be asked themselves</source>
   <comment>two</comment>
   <translation>{n} ddisgybl sydd bellach yn ddigon hen i’w holi eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils are old enough now to be asked themselves</source>
   <comment>few</comment>
   <translation>{n} disgybl sydd bellach yn ddigon hen i’w holi eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils are old enough now to be asked themselves</source>
   <comment>many</comment>
   <translation>{n} disgybl sydd bellach yn ddigon hen i’w holi eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils are old enough now to be asked themselves</source>
   <comment>zero</comment>
   <translation>{n} disgybl sydd bellach yn ddigon hen i’w holi eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils are old enough now to be asked themselves</source>
   <comment>other</comment>
   <translation>{n} disgybl sydd bellach yn ddigon hen i’w holi eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Show who</source>
   <translation>Dangos pwy</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} things in the school’s lists need somebody to look</source>
   <comment>one</comment>
   <translation>{n} peth yn rhestrau’r ysgol y mae angen i rywun edrych arno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} things in the school’s lists need somebody to look</source>
   <comment>two</comment>
   <translation>{n} beth yn rhestrau’r ysgol y mae angen i rywun edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} things in the school’s lists need somebody to look</source>
   <comment>few</comment>
   <translation>{n} pheth yn rhestrau’r ysgol y mae angen i rywun edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} things in the school’s lists need somebody to look</source>
   <comment>many</comment>
   <translation>{n} pheth yn rhestrau’r ysgol y mae angen i rywun edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} things in the school’s lists need somebody to look</source>
   <comment>zero</comment>
   <translation>{n} peth yn rhestrau’r ysgol y mae angen i rywun edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} things in the school’s lists need somebody to look</source>
   <comment>other</comment>
   <translation>{n} peth yn rhestrau’r ysgol y mae angen i rywun edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Look at them</source>
   <translation>Edrych arnynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils have answers that run out within the month</source>
   <comment>one</comment>
   <translation>{n} disgybl â chaniatâd a ddaw i ben o fewn y mis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils have answers that run out within the month</source>
   <comment>two</comment>
   <translation>{n} ddisgybl ag atebion a ddaw i ben o fewn y mis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils have answers that run out within the month</source>
   <comment>few</comment>
   <translation>{n} disgybl ag atebion a ddaw i ben o fewn y mis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils have answers that run out within the month</source>
   <comment>many</comment>
   <translation>{n} disgybl ag atebion a ddaw i ben o fewn y mis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils have answers that run out within the month</source>
   <comment>zero</comment>
   <translation>{n} disgybl ag atebion a ddaw i ben o fewn y mis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} pupils have answers that run out within the month</source>
   <comment>other</comment>
   <translation>{n} disgybl ag atebion a ddaw i ben o fewn y mis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Show who to ask</source>
   <translation>Dangos pwy i’w holi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts are being written</source>
   <comment>one</comment>
   <translation>{n} postiad wrthi’n cael ei ysgrifennu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts are being written</source>
   <comment>two</comment>
   <translation>{n} bostiad wrthi’n cael eu hysgrifennu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts are being written</source>
   <comment>few</comment>
   <translation>{n} phostiad wrthi’n cael eu hysgrifennu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts are being written</source>
   <comment>many</comment>
   <translation>{n} phostiad wrthi’n cael eu hysgrifennu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts are being written</source>
   <comment>zero</comment>
   <translation>{n} postiad wrthi’n cael eu hysgrifennu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} posts are being written</source>
   <comment>other</comment>
   <translation>{n} postiad wrthi’n cael eu hysgrifennu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Go on writing</source>
   <translation>Parhau i ysgrifennu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} questions about posts wait for your answer</source>
   <comment>one</comment>
   <translation>Mae {n} cwestiwn am bostiadau yn aros am eich ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} questions about posts wait for your answer</source>
   <comment>two</comment>
   <translation>Mae {n} gwestiwn am bostiadau yn aros am eich ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} questions about posts wait for your answer</source>
   <comment>few</comment>
   <translation>Mae {n} chwestiwn am bostiadau yn aros am eich ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} questions about posts wait for your answer</source>
   <comment>many</comment>
   <translation>Mae {n} chwestiwn am bostiadau yn aros am eich ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} questions about posts wait for your answer</source>
   <comment>zero</comment>
   <translation>Mae {n} cwestiwn am bostiadau yn aros am eich ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>{n} questions about posts wait for your answer</source>
   <comment>other</comment>
   <translation>Mae {n} cwestiwn am bostiadau yn aros am eich ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Answer it</source>
   <translation>Ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>What waits for you</source>
   <translation>Beth sy’n aros amdanoch chi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Carry on: {words}</source>
   <translation>Ewch ymlaen: {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Carry on</source>
   <translation>Ymlaen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <location filename="../../app/ui/pages/policies.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>and {found} more</source>
   <translation>a {found} arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Look: {words}</source>
   <translation>Edrych: {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home.py" />
   <source>Due</source>
   <translation>I’w wneud yn brydlon</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_charts.py" />
   <source>May they be shown?</source>
   <translation>A gânt eu dangos?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_charts.py" />
   <source>Platform of the chart</source>
   <translation>Platfform y siart</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_charts.py" />
   <source>Photos per week</source>
   <translation>Lluniau fesul wythnos</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_charts.py" />
   <source>Should be gone from phones and cards</source>
   <translation>Dylai fod wedi mynd o ffonau a chardiau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>Add people</source>
   <translation>Ychwanegu pobl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>Choose rules</source>
   <translation>Dewis rheolau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>Add platforms</source>
   <translation>Ychwanegu platfformau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>Read the lists</source>
   <translation>Darllen y rhestrau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>Record answers</source>
   <translation>Cofnodi atebion</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Read</source>
   <translation>Darllen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>Record training</source>
   <translation>Cofnodi hyfforddiant</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>Name somebody</source>
   <translation>Enwi rhywun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>Record permission</source>
   <translation>Cofnodi caniatâd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>Teach it</source>
   <translation>Ei ddysgu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>On the way to the first post: {done} of {steps} done</source>
   <translation>Ar y ffordd at y postiad cyntaf: {done} o {steps} wedi’u gwneud</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Done</source>
   <translation>Wedi’i wneud</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>Can wait</source>
   <translation>Gall aros</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>To do</source>
   <translation>I’w wneud</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/home_first.py" />
   <source>Ask {who}.</source>
   <translation>Gofynnwch i {who}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/records.py" />
   <source>Everything</source>
   <translation>Popeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>Copied and checked</source>
   <translation>Copïwyd a gwiriwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>Removed, with a receipt</source>
   <translation>Dilëwyd, gyda derbynneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>Waits for the Headteacher</source>
   <translation>Yn aros am y Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>Not taken</source>
   <translation>Ni chymerwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{photos} safe in the school’s vault</source>
   <translation>{photos} yn ddiogel yn storfa’r ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>Stopped. {words} The rest is untouched.</source>
   <translation>Stopiwyd. {words} Ni chyffyrddwyd â’r gweddill.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>Photos and how far they have come</source>
   <translation>Lluniau a pha mor bell y maent wedi cyrraedd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>Which files to show</source>
   <translation>Pa ffeiliau i’w dangos</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>Copy the receipts</source>
   <translation>Copïo’r derbynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>Leave the device plugged in and try again, or delete them on it and say so under Devices.</source>
   <translation>Gadewch y ddyfais wedi’i chysylltu a rhowch gynnig arall arni, neu dilëwch nhw arni a dweud hynny o dan Dyfeisiau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>What waits for the Headteacher is shown to nobody else until then.</source>
   <translation>Ni ddangosir yr hyn sy’n aros am y Pennaeth i neb arall tan hynny.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>removed, set aside</source>
   <translation>dilëwyd, o’r neilltu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>copied, set aside</source>
   <translation>copïwyd, o’r neilltu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>It waits until the Headteacher decides.</source>
   <translation>Mae’n aros nes i’r Pennaeth benderfynu.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{known} of them known already</source>
   <translation>{known} ohonynt yn hysbys eisoes</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{originals} removed, each with a receipt</source>
   <translation>{originals} wedi’u dileu, pob un â derbynneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{originals} still on the device</source>
   <translation>{originals} yn dal ar y ddyfais</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{aside} set aside for the Headteacher</source>
   <translation>{aside} o’r neilltu ar gyfer y Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>{files} not taken</source>
   <translation>{files} heb eu cymryd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>The device can be taken out. Copies in “Recently deleted” or in a cloud are still there.</source>
   <translation>Gellir tynnu’r ddyfais allan. Mae copïau yn “Dilëwyd yn ddiweddar” neu mewn cwmwl yn dal yno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>The device can be taken out; nothing was removed from it.</source>
   <translation>Gellir tynnu’r ddyfais allan; ni ddilëwyd dim oddi arni.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>{max} MB</source>
   <translation>{max} MB</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_end.py" />
   <source>This photo was here already.</source>
   <translation>Roedd y llun hwn yma eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>Somebody’s own phone or card</source>
   <translation>Ffôn neu gerdyn rhywun ei hun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>The school’s camera, card or PC</source>
   <translation>Camera, cerdyn neu gyfrifiadur yr ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>Nobody here knows</source>
   <translation>Nid oes neb yma yn gwybod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>Nothing is plugged in at the moment.</source>
   <translation>Nid oes dim wedi’i gysylltu ar hyn o bryd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <source>Choose a folder</source>
   <translation>Dewis ffolder</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>For example Sports day</source>
   <translation>Er enghraifft Mabolgampau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>Then remove the originals from it</source>
   <translation>Yna dileu’r rhai gwreiddiol oddi arno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>Each original is removed once its copy was read back and compared.</source>
   <translation>Caiff pob un gwreiddiol ei ddileu unwaith y bydd ei gopi wedi’i ddarllen yn ôl a’i gymharu.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>1  Where are the photos?</source>
   <translation>1  Ble mae’r lluniau?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>Look at what is there (Enter)</source>
   <translation>Edrych ar beth sydd yno (Enter)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>Folder, card or stick</source>
   <translation>Ffolder, cerdyn neu gofbin</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>4  What are the photos of?</source>
   <translation>4  Lluniau o beth yw’r rhain?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>2  Whose is it?</source>
   <translation>2  Pwy biau ef?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>3  When was the event?</source>
   <translation>3  Pryd oedd y digwyddiad?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>Which day</source>
   <translation>Pa ddiwrnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_form.py" />
   <source>All days · {files}</source>
   <translation>Pob diwrnod · {files}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Leave out</source>
   <translation>Hepgor</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>Columns of the list</source>
   <translation>Colofnau’r rhestr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>For example Photo consent from SIMS</source>
   <translation>Er enghraifft Cydsyniad lluniau o SIMS</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>Keep these columns</source>
   <translation>Cadw’r colofnau hyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>Look for new files in its folder</source>
   <translation>Chwilio am ffeiliau newydd yn ei ffolder</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>Take a no over at once</source>
   <translation>Cymryd na drosodd ar unwaith</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source> The headings look like {preset}’s.</source>
   <translation> Mae’r penawdau’n edrych fel rhai {preset}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>The headings are in line {heading_line}.</source>
   <translation>Mae’r penawdau yn llinell {heading_line}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>There are no headings.</source>
   <translation>Nid oes penawdau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>{found}{known} Say what each column is; whatever is left out changes nothing.</source>
   <translation>{found}{known} Dywedwch beth yw pob colofn; nid yw’r hyn a hepgorir yn newid dim.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>What {heading} is</source>
   <translation>Beth yw {heading}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>Keep these columns for next time as</source>
   <translation>Cadw’r colofnau hyn at y tro nesaf fel</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>Answer: as kept</source>
   <translation>Ateb: fel y’i cadwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Show the changes</source>
   <translation>Dangos y newidiadau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>column {at}</source>
   <translation>colofn {at}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_mapping.py" />
   <source>Column {at}</source>
   <translation>Colofn {at}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Import</source>
   <translation>Mewnforio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Stop: I saw something</source>
   <translation>Stopio: gwelais rywbeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Plug in a phone or card, or choose a folder</source>
   <translation>Cysylltwch ffôn neu gerdyn, neu dewiswch ffolder</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Every photo is copied, read back and compared before anything is removed.</source>
   <translation>Caiff pob llun ei gopïo, ei ddarllen yn ôl a’i gymharu cyn dileu dim.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Choose the photos</source>
   <translation>Dewis y lluniau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Try to remove the remaining originals</source>
   <translation>Ceisio dileu’r rhai gwreiddiol sydd ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Looking …</source>
   <translation>Yn edrych …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Looking at {name}</source>
   <translation>Yn edrych ar {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>{label}: {files}, {megabytes} MB</source>
   <translation>{label}: {files}, {megabytes} MB</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Its photos are set aside until the Headteacher decides.</source>
   <translation>Caiff ei luniau eu rhoi o’r neilltu nes i’r Pennaeth benderfynu.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Nobody has confirmed that it is the school’s. {waits}</source>
   <translation>Nid oes neb wedi cadarnhau mai’r ysgol biau ef. {waits}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Copying from {label}</source>
   <translation>Yn copïo o {label}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>It is recorded. {what_to_do}</source>
   <translation>Mae wedi’i gofnodi. {what_to_do}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Stop after the photo being copied; what was done stays done</source>
   <translation>Stopio ar ôl y llun sy’n cael ei gopïo; mae’r hyn a wnaed yn aros</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Originals stay where they are in this folder.</source>
   <translation>Mae’r rhai gwreiddiol yn aros lle maent yn y ffolder hwn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>The Headteacher has not approved this device. {waits}</source>
   <translation>Nid yw’r Pennaeth wedi cymeradwyo’r ddyfais hon. {waits}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Its owner has not said today, on Devices, that no copies are left. {waits}</source>
   <translation>Nid yw ei pherchennog wedi dweud heddiw, o dan Dyfeisiau, nad oes copïau ar ôl. {waits}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Removing originals from {label}</source>
   <translation>Yn dileu’r rhai gwreiddiol oddi ar {label}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Where are the photos?</source>
   <translation>Ble mae’r lluniau?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Record it and tell the safeguarding lead</source>
   <translation>Ei gofnodi a dweud wrth yr arweinydd diogelu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_page.py" />
   <source>Go back</source>
   <translation>Mynd yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>{done} of {files} files</source>
   <translation>{done} o {files} ffeil</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>{words} · {size_words} a second · {size_words2} to go · {wait} left</source>
   <translation>{words} · {size_words} yr eiliad · {size_words2} i fynd · {wait} ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>about {left_s} min</source>
   <translation>tua {left_s} munud</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>{size} GB</source>
   <translation>{size} GB</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>not taken</source>
   <translation>ni chymerwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>waits for the Headteacher</source>
   <translation>yn aros am y Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>in the vault</source>
   <translation>yn y storfa ddiogel</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>How many files have come</source>
   <translation>Faint o ffeiliau sydd wedi dod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/import_progress.py" />
   <source>Photos that have come in</source>
   <translation>Lluniau sydd wedi dod i mewn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>No face is kept until this is settled: {words}</source>
   <translation>Ni chedwir wyneb nes i hyn gael ei setlo: {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>Add from photos</source>
   <translation>Ychwanegu o luniau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>Delete these faces</source>
   <translation>Dileu’r wynebau hyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{more} and a suggestion can be “likely”.</source>
   <translation>{more} a gall awgrym fod yn “debygol”.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>The school compares no faces, so none is kept. Everybody is named by hand.</source>
   <translation>Nid yw’r ysgol yn cymharu wynebau, felly ni chedwir dim un. Caiff pawb ei enwi â llaw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>Looking for photos of {name}</source>
   <translation>Yn chwilio am luniau o {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>Keeping {faces} of {name}</source>
   <translation>Yn cadw {faces} o {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{kept} kept</source>
   <translation>{kept} wedi’u cadw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>none kept</source>
   <translation>dim un wedi’i gadw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>, compared until {day} at the latest</source>
   <translation>, i’w gymharu hyd {day} fan hwyraf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source> {n} faces were left out.</source>
   <comment>one</comment>
   <translation> Hepgorwyd {n} wyneb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source> {n} faces were left out.</source>
   <comment>two</comment>
   <translation> Hepgorwyd {n} wyneb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source> {n} faces were left out.</source>
   <comment>few</comment>
   <translation> Hepgorwyd {n} wyneb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source> {n} faces were left out.</source>
   <comment>many</comment>
   <translation> Hepgorwyd {n} wyneb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source> {n} faces were left out.</source>
   <comment>zero</comment>
   <translation> Hepgorwyd {n} wyneb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source> {n} faces were left out.</source>
   <comment>other</comment>
   <translation> Hepgorwyd {n} wyneb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{faces} of {name} kept for a year.{left_out}</source>
   <translation>Cedwir {faces} o {name} am flwyddyn.{left_out}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>Every face kept of {name} is deleted, with a receipt. They can be made anew from photos.</source>
   <translation>Dilëir pob wyneb a gedwir o {name}, gyda derbynneb. Gellir eu gwneud o’r newydd o luniau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{faces} of {name} deleted, with a receipt.</source>
   <translation>Dilëwyd {faces} o {name}, gyda derbynneb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>Faces to compare with</source>
   <translation>Wynebau i gymharu â nhw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{faces} kept on {day}{ends}.</source>
   <translation>Cadwyd {faces} ar {day}{ends}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{n} more faces</source>
   <comment>one</comment>
   <translation>{n} wyneb arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{n} more faces</source>
   <comment>two</comment>
   <translation>{n} wyneb arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{n} more faces</source>
   <comment>few</comment>
   <translation>{n} wyneb arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{n} more faces</source>
   <comment>many</comment>
   <translation>{n} wyneb arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{n} more faces</source>
   <comment>zero</comment>
   <translation>{n} wyneb arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>{n} more faces</source>
   <comment>other</comment>
   <translation>{n} wyneb arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>Nothing is kept yet: look at the faces that do not fit.</source>
   <translation>Nid oes dim wedi’i gadw eto: edrychwch ar yr wynebau nad ydynt yn ffitio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>None of these faces can be kept. Each says why.</source>
   <translation>Ni ellir cadw’r un o’r wynebau hyn. Mae pob un yn dweud pam.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/kept_faces_panel.py" />
   <source>Delete them</source>
   <translation>Eu dileu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/look_alikes_part.py" />
   <source>They look alike</source>
   <translation>Maent yn edrych yn debyg</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/look_alikes_part.py" />
   <source>Often taken for</source>
   <translation>Yn aml yn cael ei gymryd am</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/look_alikes_part.py" />
   <source>A twin, a sister, somebody like them</source>
   <translation>Gefell, chwaer, rhywun tebyg</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/look_alikes_part.py" />
   <source>somebody who has left the register</source>
   <translation>rhywun sydd wedi gadael y gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/look_alikes_part.py" />
   <source>{name} is not alike</source>
   <translation>Nid yw {name} yn debyg</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/look_alikes_part.py" />
   <source>Choose somebody from the list.</source>
   <translation>Dewiswch rywun o’r rhestr.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/look_alikes_part.py" />
   <source>Nobody so far.</source>
   <translation>Neb hyd yma.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>Marks</source>
   <translation>Nodau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>“{name}” is learned: {found_words}.</source>
   <translation>Dysgwyd “{name}”: {found_words}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>{kinds} · found {value} of 100</source>
   <translation>{kinds} · canfuwyd {value} o 100</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>Marks the program was taught</source>
   <translation>Nodau a ddysgwyd i’r rhaglen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>Teach a mark</source>
   <translation>Dysgu nod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>No mark is taught yet</source>
   <translation>Ni ddysgwyd nod eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>Teach the school’s crest, so that it is found on jumpers and signs and covered where it may not be shown.</source>
   <translation>Dysgwch arfbais yr ysgol, fel y caiff ei chanfod ar siwmperi ac arwyddion a’i gorchuddio lle na cheir ei dangos.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <location filename="../../app/ui/pages/person_form.py" />
   <location filename="../../app/ui/pages/platforms.py" />
   <location filename="../../app/ui/pages/policies.py" />
   <location filename="../../app/ui/pages/posts.py" />
   <location filename="../../app/ui/pages/retention.py" />
   <location filename="../../app/ui/pages/uniforms.py" />
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Save</source>
   <translation>Cadw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>Teach the crest</source>
   <translation>Dysgu’r arfbais</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>Mark</source>
   <translation>Nod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>{words} Photos that were looked through before were not searched for it.</source>
   <translation>{words} Ni chwiliwyd amdano mewn lluniau yr edrychwyd drwyddynt cynt.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>Words the school is known by</source>
   <translation>Geiriau y mae’r ysgol yn adnabyddus wrthynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>“{school}” is found in signs and on shirts by itself. Say what else gives the school away in writing.</source>
   <translation>Caiff “{school}” ei ganfod mewn arwyddion ac ar grysau ohono’i hun. Dywedwch beth arall sy’n datgelu’r ysgol mewn ysgrifen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>The words are kept. Photos looked through from now on are searched for them.</source>
   <translation>Cedwir y geiriau. Chwilir amdanynt mewn lluniau yr edrychir drwyddynt o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>Look through them now</source>
   <translation>Edrych drwyddynt nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>Words, with commas between</source>
   <translation>Geiriau, gyda choma rhyngddynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks.py" />
   <source>For example: HPS, hollybank.example</source>
   <translation>Er enghraifft: HPS, hollybank.example</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>As people call it, for example “Hollybank crest”</source>
   <translation>Fel y mae pobl yn ei alw, er enghraifft “Arfbais Hollybank”</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>Give the mark a name.</source>
   <translation>Rhowch enw ar y nod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>Teach</source>
   <translation>Dysgu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>Learning “{said}”</source>
   <translation>Yn dysgu “{said}”</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>How far learning is</source>
   <translation>Pa mor bell y mae’r dysgu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>{label}. It takes about a minute; you can go on with other work.</source>
   <translation>{label}. Mae’n cymryd tua munud; gallwch fynd ymlaen â gwaith arall.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>From then on every photo that is looked through is searched for it.</source>
   <translation>O hynny ymlaen chwilir amdano ym mhob llun yr edrychir drwyddo.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>Add at least one picture of the mark.</source>
   <translation>Ychwanegwch o leiaf un llun o’r nod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>Stopping. Nothing of it is kept.</source>
   <translation>Yn stopio. Ni chedwir dim ohono.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_form.py" />
   <source>Learning was cancelled. Nothing of it is kept.</source>
   <translation>Canslwyd y dysgu. Ni chedwir dim ohono.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)</source>
   <translation>Lluniau (*.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <source>Pictures it was taught from</source>
   <translation>Lluniau y’i dysgwyd ohonynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <source>Pictures of the mark</source>
   <translation>Lluniau o’r nod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <source>Add pictures</source>
   <translation>Ychwanegu lluniau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <source>{most_pictures} pictures are enough.</source>
   <translation>Mae {most_pictures} llun yn ddigon.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <source>Drop one to five pictures here that the mark nearly fills: a drawing of it, or photos of it on cloth.</source>
   <translation>Gollyngwch un i bum llun yma y mae’r nod bron â’u llenwi: darlun ohono, neu luniau ohono ar ddefnydd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <source>{number} of {most_pictures} pictures. Views that differ help: one drawing and a few photos on cloth.</source>
   <translation>{number} o {most_pictures} llun. Mae golygon gwahanol yn helpu: un darlun ac ychydig o luniau ar ddefnydd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <source>Picture {number}</source>
   <translation>Llun {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <source>Remove one to put another in its place.</source>
   <translation>Tynnwch un i roi un arall yn ei le.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <source>Picture {at}</source>
   <translation>Llun {at}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Remove</source>
   <translation>Tynnu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_pictures.py" />
   <source>Remove picture {at}</source>
   <translation>Tynnu llun {at}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>Teach again</source>
   <translation>Dysgu eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>, for the {ordinal} time</source>
   <translation>, tro rhif {ordinal}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>Taught {moment} by {taught_by}, from {pictures}{version}.</source>
   <translation>Dysgwyd {moment} gan {taught_by}, o {pictures}{version}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>{n} photos were looked through before a mark was taught. Approvers are warned until they are looked through again; what people decided stays.</source>
   <comment>one</comment>
   <translation>Edrychwyd drwy {n} llun cyn dysgu nod. Rhybuddir cymeradwywyr nes edrych drwyddo eto; mae’r hyn a benderfynodd pobl yn aros.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>{n} photos were looked through before a mark was taught. Approvers are warned until they are looked through again; what people decided stays.</source>
   <comment>two</comment>
   <translation>Edrychwyd drwy {n} lun cyn dysgu nod. Rhybuddir cymeradwywyr nes edrych drwyddynt eto; mae’r hyn a benderfynodd pobl yn aros.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>{n} photos were looked through before a mark was taught. Approvers are warned until they are looked through again; what people decided stays.</source>
   <comment>few</comment>
   <translation>Edrychwyd drwy {n} llun cyn dysgu nod. Rhybuddir cymeradwywyr nes edrych drwyddynt eto; mae’r hyn a benderfynodd pobl yn aros.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>{n} photos were looked through before a mark was taught. Approvers are warned until they are looked through again; what people decided stays.</source>
   <comment>many</comment>
   <translation>Edrychwyd drwy {n} llun cyn dysgu nod. Rhybuddir cymeradwywyr nes edrych drwyddynt eto; mae’r hyn a benderfynodd pobl yn aros.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>{n} photos were looked through before a mark was taught. Approvers are warned until they are looked through again; what people decided stays.</source>
   <comment>zero</comment>
   <translation>Edrychwyd drwy {n} llun cyn dysgu nod. Rhybuddir cymeradwywyr nes edrych drwyddynt eto; mae’r hyn a benderfynodd pobl yn aros.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>{n} photos were looked through before a mark was taught. Approvers are warned until they are looked through again; what people decided stays.</source>
   <comment>other</comment>
   <translation>Edrychwyd drwy {n} llun cyn dysgu nod. Rhybuddir cymeradwywyr nes edrych drwyddynt eto; mae’r hyn a benderfynodd pobl yn aros.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>Looking for the school’s marks</source>
   <translation>Yn chwilio am nodau’r ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>Taught from</source>
   <translation>Dysgwyd o</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>Learning “{name}”</source>
   <translation>Yn dysgu “{name}”</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>“{name}” is looked for no more, and its pictures are deleted. What it covered in photos stays covered until somebody says otherwise.</source>
   <translation>Ni chwilir am “{name}” mwyach, a dilëir ei luniau. Mae’r hyn a orchuddiodd mewn lluniau yn aros wedi’i orchuddio nes i rywun ddweud fel arall.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>“{name}” was removed.</source>
   <translation>Tynnwyd “{name}”.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>Remove it</source>
   <translation>Ei dynnu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_sheet.py" />
   <source>{photos} looked through; a mark was found in {seen}. What was found is covered without permission, and waits in Review.</source>
   <translation>Edrychwyd drwy {photos}; canfuwyd nod mewn {seen}. Caiff yr hyn a ganfuwyd ei orchuddio heb ganiatâd, ac mae’n aros yn Adolygu.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_words.py" />
   <source>found {value} of 100 {sizes}</source>
   <translation>canfuwyd {value} o 100 {sizes}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_words.py" />
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>ours</source>
   <translation>ein hun ni</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_words.py" />
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>another school’s</source>
   <translation>eiddo ysgol arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_words.py" />
   <source>a sponsor’s</source>
   <translation>eiddo noddwr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_words.py" />
   <source>on somebody close to the camera</source>
   <translation>ar rywun yn agos at y camera</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_words.py" />
   <source>at the size of a badge in a class photo</source>
   <translation>ar faint bathodyn mewn llun dosbarth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_words.py" />
   <source>on somebody at the back of a hall</source>
   <translation>ar rywun yng nghefn neuadd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_words.py" />
   <source>Measured on scenes drawn for it, which it did not learn from:</source>
   <translation>Mesurwyd ar olygfeydd a luniwyd ar ei gyfer, na ddysgodd ohonynt:</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/marks_words.py" />
   <source>Something else was taken for it in {mistaken} of 100 scenes without it.</source>
   <translation>Cymerwyd rhywbeth arall amdano mewn {mistaken} o 100 golygfa hebddo.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Impact assessment</source>
   <translation>Asesiad effaith</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Signed on</source>
   <translation>Llofnodwyd ar</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Data protection officer who was asked</source>
   <translation>Y swyddog diogelu data y gofynnwyd iddo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Looked at again by</source>
   <translation>Edrychir arno eto erbyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Where the notices to parents and pupils are</source>
   <translation>Ble mae’r hysbysiadau i rieni a disgyblion</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>What is done for those who are not compared</source>
   <translation>Beth a wneir i’r rhai na chânt eu cymharu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>ClearPost never compares a face unless the school switched it on and that child’s own consent is there.</source>
   <translation>Nid yw ClearPost byth yn cymharu wyneb oni bai bod yr ysgol wedi’i droi ymlaen a bod cydsyniad y plentyn hwnnw yno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Where it is kept</source>
   <translation>Ble y’i cedwir</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Save the record</source>
   <translation>Cadw’r cofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Compare faces</source>
   <translation>Cymharu wynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>on</source>
   <translation>ymlaen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>off</source>
   <translation>wedi’i ddiffodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Compare no faces</source>
   <translation>Peidio â chymharu wynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Write down what is missing first.</source>
   <translation>Ysgrifennwch yn gyntaf yr hyn sydd ar goll.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>The record is stored. This alone switches nothing on.</source>
   <translation>Mae’r cofnod wedi’i gadw. Nid yw hyn ynddo’i hun yn troi dim ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>No face is compared from now on, and every child’s features are deleted, with a receipt each.</source>
   <translation>Ni chaiff wyneb ei gymharu o hyn ymlaen, a dilëir nodweddion pob plentyn, gyda derbynneb yr un.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Faces may be compared now, of those alone whose consent is there.</source>
   <translation>Ceir cymharu wynebau nawr, dim ond y rhai y mae eu cydsyniad yno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Comparing faces</source>
   <translation>Cymharu wynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>Missing: {words}</source>
   <translation>Ar goll: {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/matching_panel.py" />
   <source>no face is compared any more. {deleted} sets of features were deleted.</source>
   <translation>ni chaiff wyneb ei gymharu mwyach. Dilëwyd {deleted} set o nodweddion.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <source>Its address</source>
   <translation>Ei gyfeiriad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>Why, or the proof that it is gone</source>
   <translation>Pam, neu’r prawf ei fod wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>Who asks for it</source>
   <translation>Pwy sy’n gofyn amdano</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <source>a post from before ClearPost</source>
   <translation>postiad o gyfnod cyn ClearPost</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <source>It begins with https://</source>
   <translation>Mae’n dechrau â https://</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>Say why, or who saw it gone and when.</source>
   <translation>Dywedwch pam, neu pwy a’i gwelodd wedi mynd a phryd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>Needed for a takedown</source>
   <translation>Angen ar gyfer tynnu i lawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <source>Posts from before that have to come down</source>
   <translation>Hen bostiadau y mae’n rhaid iddynt ddod i lawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>Ask for a takedown</source>
   <translation>Gofyn am ei dynnu i lawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <location filename="../../app/ui/pages/publish.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>It is gone</source>
   <translation>Mae wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <source>For the chosen one; say above who looked, and when</source>
   <translation>Ar gyfer yr un a ddewiswyd; dywedwch uchod pwy edrychodd, a phryd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <source>Posts from before ClearPost</source>
   <translation>Postiadau o gyfnod cyn ClearPost</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <source>Choose one of the list first.</source>
   <translation>Dewiswch un o’r rhestr yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>Overdue since {when}</source>
   <translation>Hwyr ers {when}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/older_posts.py" />
   <source>by {when}</source>
   <translation>erbyn {when}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pack_card.py" />
   <source>the words for {name}</source>
   <translation>y geiriau ar gyfer {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pack_card.py" />
   <source>Open {name}</source>
   <translation>Agor {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pack_card.py" />
   <source>Copy {what}</source>
   <translation>Copïo {what}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pack_card.py" />
   <source>Pictures of the pack</source>
   <translation>Lluniau’r pecyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pack_card.py" />
   <source>Open the folder</source>
   <translation>Agor y ffolder</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pack_card.py" />
   <source>The pack could not be looked at. Open this page again.</source>
   <translation>Ni ellid edrych ar y pecyn. Agorwch y dudalen hon eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pack_card.py" />
   <source>description {number}</source>
   <translation>disgrifiad {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Policy packs</source>
   <translation>Pecynnau polisi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <location filename="../../app/ui/pages/policies.py" />
   <source>Staff were told on</source>
   <translation>Dywedwyd wrth staff ar</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <location filename="../../app/ui/pages/policies.py" />
   <source>Governors approved it on</source>
   <translation>Cymeradwyodd y llywodraethwyr ef ar</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Governors’ minute</source>
   <translation>Cofnod y llywodraethwyr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Say from which day it counts.</source>
   <translation>Dywedwch o ba ddiwrnod y mae’n cyfrif.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>For example: minutes of 4 Sep, item 7</source>
   <translation>Er enghraifft: cofnodion 4 Medi, eitem 7</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Read a pack of your own</source>
   <translation>Darllen eich pecyn eich hun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Let it count from this day</source>
   <translation>Gadael iddo gyfrif o’r diwrnod hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Read a policy pack</source>
   <translation>Darllen pecyn polisi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Policy pack (*.toml)</source>
   <translation>Pecyn polisi (*.toml)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Governors approve it first</source>
   <translation>Y llywodraethwyr i’w gymeradwyo yn gyntaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>No approval by the governors needed</source>
   <translation>Nid oes angen cymeradwyaeth y llywodraethwyr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Owner: {owner} · review every {review_months} months · {governors}</source>
   <translation>Perchennog: {owner} · adolygu bob {review_months} mis · {governors}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>{label}, from {day}: {state}</source>
   <translation>{label}, o {day}: {state}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Stricter</source>
   <translation>Llymach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Looser</source>
   <translation>Llacach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Different</source>
   <translation>Gwahanol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Now: {before}. Then: {after}.</source>
   <translation>Nawr: {before}. Yna: {after}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>What was chosen</source>
   <translation>Beth a ddewiswyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Policy pack</source>
   <translation>Pecyn polisi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>{label} was chosen from {day}.</source>
   <translation>Dewiswyd {label} o {day}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Counts now</source>
   <translation>Yn cyfrif nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>Not in use</source>
   <translation>Heb ei ddefnyddio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>These rules count now</source>
   <translation>Mae’r rheolau hyn yn cyfrif nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>What would change: {differences}</source>
   <translation>Beth fyddai’n newid: {differences}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>version {version}</source>
   <translation>fersiwn {version}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>The school settled this itself, and it stays: {title}</source>
   <translation>Setlodd yr ysgol hyn ei hun, ac mae’n aros: {title}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source> · counts now</source>
   <translation> · yn cyfrif nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>The governors approved it</source>
   <translation>Cymeradwyodd y llywodraethwyr ef</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/packs.py" />
   <source>nothing</source>
   <translation>dim</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/page.py" />
   <source>One moment …</source>
   <translation>Un eiliad …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/page.py" />
   <source>{words} Nothing was written over.</source>
   <translation>{words} Ni throsysgrifwyd dim.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Permissions</source>
   <translation>Caniatâd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Given by</source>
   <translation>Rhoddwyd gan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Office</source>
   <translation>Swydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/platforms.py" />
   <source>What it is for</source>
   <translation>Ar gyfer beth y mae</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Whose pictures, and which</source>
   <translation>Lluniau pwy, a pha rai</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Say whose pictures they are, and which.</source>
   <translation>Dywedwch luniau pwy ydynt, a pha rai.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Three letters at least; then choose below.</source>
   <translation>Tair llythyren o leiaf; yna dewiswch isod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Logos and brands</source>
   <translation>Logos a brandiau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Name on the logo</source>
   <translation>Yr enw ar y logo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>A logo that is not the school’s own stays covered until it is permitted here.</source>
   <translation>Mae logo nad yw’n eiddo i’r ysgol yn aros wedi’i orchuddio nes iddo gael caniatâd yma.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Adults in pictures</source>
   <translation>Oedolion mewn lluniau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Adult</source>
   <translation>Oedolyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Adults say for themselves where they may be shown.</source>
   <translation>Mae oedolion yn dweud drostynt eu hunain ble y ceir eu dangos.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Posting</source>
   <translation>Postio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/user_form.py" />
   <location filename="../../app/ui/words.py" />
   <source>Member of staff</source>
   <translation>Aelod o’r staff</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Who may post for the school, as the school settled it.</source>
   <translation>Pwy gaiff bostio dros yr ysgol, fel y setlodd yr ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Personal phones that photos may be taken with.</source>
   <translation>Ffonau personol y ceir tynnu lluniau â nhw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Work of pupils</source>
   <translation>Gwaith disgyblion</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/words.py" />
   <source>Pupil</source>
   <translation>Disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>A pupil’s own work is theirs: they or a parent say where it may be shown.</source>
   <translation>Y disgybl biau ei waith ei hun: nhw neu riant sy’n dweud ble y ceir ei ddangos.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Licences</source>
   <translation>Trwyddedau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Pictures of a hired photographer, a parent, the press or a library need theirs in writing.</source>
   <translation>Mae angen caniatâd ysgrifenedig ar gyfer lluniau ffotograffydd a logwyd, rhiant, y wasg neu lyfrgell luniau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Say who gave it.</source>
   <translation>Dywedwch pwy a’i rhoddodd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>A permission has to be in writing.</source>
   <translation>Rhaid i ganiatâd fod yn ysgrifenedig.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Record a permission</source>
   <translation>Cofnodi caniatâd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>End it now</source>
   <translation>Dod ag ef i ben nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Where it holds</source>
   <translation>Ble mae’n dal</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Given by {grantor} ({office}).</source>
   <translation>Rhoddwyd gan {grantor} ({office}).</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>The permission is recorded.</source>
   <translation>Mae’r caniatâd wedi’i gofnodi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>The permission for {subject} ends now. Posts that rest on it go back to their authors.</source>
   <translation>Daw’r caniatâd ar gyfer {subject} i ben nawr. Mae postiadau sy’n dibynnu arno’n mynd yn ôl at eu hawduron.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source> {fallen} prepared or published posts are affected.</source>
   <translation> Effeithir ar {fallen} postiad a baratowyd neu a gyhoeddwyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>The permission for {subject} has ended.{more}</source>
   <translation>Mae’r caniatâd ar gyfer {subject} wedi dod i ben.{more}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>{words} · given by {grantor}</source>
   <translation>{words} · rhoddwyd gan {grantor}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>ended {day}</source>
   <translation>daeth i ben {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/policies.py" />
   <source>in force</source>
   <translation>mewn grym</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/training.py" />
   <source>ran out {day}</source>
   <translation>daeth i ben {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>runs out {day}</source>
   <translation>daw i ben {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Headteacher</source>
   <translation>Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Chief Executive</source>
   <translation>Prif Weithredwr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Manager</source>
   <translation>Rheolwr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>The pupil</source>
   <translation>Y disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Whoever made them</source>
   <translation>Pwy bynnag a’u gwnaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Whoever owns them</source>
   <translation>Pwy bynnag a’u piau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>What it is about, or who gave it</source>
   <translation>Am beth y mae, neu pwy a’i rhoddodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/register_list.py" />
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Type a name</source>
   <translation>Teipiwch enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Record a permission given in writing</source>
   <translation>Cofnodi caniatâd a roddwyd yn ysgrifenedig</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>{words}: choose one, or record a new one</source>
   <translation>{words}: dewiswch un, neu gofnodi un newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>{words}: none yet</source>
   <translation>{words}: dim un eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>From {day}</source>
   <translation>O {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>On {platforms}.</source>
   <translation>Ar {platforms}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>For {scope}.</source>
   <translation>Ar gyfer {scope}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Kept at: {evidence}.</source>
   <translation>Cedwir yn: {evidence}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Choose one first.</source>
   <translation>Dewiswch un yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Say where it holds: tick at least one platform.</source>
   <translation>Dywedwch ble mae’n dal: ticiwch o leiaf un platfform.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>End it</source>
   <translation>Dod ag ef i ben</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <location filename="../../app/ui/pages/register_grid.py" />
   <source>Show: {words}</source>
   <translation>Dangos: {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Whom or what it is about</source>
   <translation>Am bwy neu beth y mae</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source> until {day}.</source>
   <translation> hyd {day}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>, until somebody ends it.</source>
   <translation>, nes i rywun ddod ag ef i ben.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Holds on {box}</source>
   <translation>Yn dal ar {box}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/permissions.py" />
   <source>Say which logo it is.</source>
   <translation>Dywedwch pa logo ydyw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Legal forename</source>
   <translation>Enw cyntaf cyfreithiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Legal surname</source>
   <translation>Cyfenw cyfreithiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Forename in use</source>
   <translation>Enw cyntaf a ddefnyddir</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Surname in use</source>
   <translation>Cyfenw a ddefnyddir</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Year</source>
   <translation>Blwyddyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Pupil number (UPN)</source>
   <translation>Rhif disgybl (UPN)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Admission number</source>
   <translation>Rhif derbyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Date of birth</source>
   <translation>Dyddiad geni</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>On roll from</source>
   <translation>Ar y gofrestr o</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>On roll until</source>
   <translation>Ar y gofrestr hyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>A person needs a name.</source>
   <translation>Mae angen enw ar berson.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Write the day like 4 Sep 2016 or 04/09/2016.</source>
   <translation>Ysgrifennwch y dyddiad fel 4 Medi 2016 neu 04/09/2016.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>This day is still to come.</source>
   <translation>Mae’r diwrnod hwn eto i ddod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Kind of person</source>
   <translation>Math o berson</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <location filename="../../app/ui/pages/register.py" />
   <location filename="../../app/ui/pages/user_form.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>Add somebody</source>
   <translation>Ychwanegu rhywun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>A pupil number is a letter and twelve digits; this one has a slip.</source>
   <translation>Llythyren a deuddeg digid yw rhif disgybl; mae llithriad yn hwn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>This is before the first day on roll.</source>
   <translation>Mae hyn cyn y diwrnod cyntaf ar y gofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>4 Sep 2016</source>
   <translation>4 Medi 2016</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_form.py" />
   <source>Copy what I typed</source>
   <translation>Copïo’r hyn a deipiais</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>Person</source>
   <translation>Person</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>On hold: no consent clears this person</source>
   <translation>Wedi’i ddal: nid oes cydsyniad yn clirio’r person hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>Hold for safeguarding</source>
   <translation>Dal at ddiben diogelu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <location filename="../../app/ui/pages/register_import_later.py" />
   <location filename="../../app/ui/pages/register_list.py" />
   <source>Has left</source>
   <translation>Wedi gadael</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>Change</source>
   <translation>Newid</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>What may be shown</source>
   <translation>Beth y ceir ei ddangos</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>No platform yet. Add one under Platforms.</source>
   <translation>Dim platfform eto. Ychwanegwch un o dan Platfformau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>None. The Headteacher records them under School, Permissions.</source>
   <translation>Dim. Mae’r Pennaeth yn eu cofnodi o dan Ysgol, Caniatâd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>class {registration_group}</source>
   <translation>dosbarth {registration_group}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>year {year_group}</source>
   <translation>blwyddyn {year_group}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>legal name {legal_forename} {legal_surname}</source>
   <translation>enw cyfreithiol {legal_forename} {legal_surname}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>on roll from {day}</source>
   <translation>ar y gofrestr o {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>on roll until {day}</source>
   <translation>ar y gofrestr hyd {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>born {day}</source>
   <translation>ganwyd {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>UPN {upn}</source>
   <translation>UPN {upn}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>admission number {admission_number}</source>
   <translation>rhif derbyn {admission_number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>Permissions in their own name</source>
   <translation>Caniatâd yn eu henw eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>Posts with this person</source>
   <translation>Postiadau gyda’r person hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source> They say no</source>
   <translation> Maent yn dweud na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source> Lift the hold</source>
   <translation> Codi’r daliad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source> Hold for safeguarding</source>
   <translation> Dal at ddiben diogelu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>{name} is on roll until today. From tomorrow every yes for them has ended.</source>
   <translation>Mae {name} ar y gofrestr hyd heddiw. O yfory bydd pob ie ar eu cyfer wedi dod i ben.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source> {n} posts have to be looked at.</source>
   <comment>one</comment>
   <translation> Rhaid edrych ar {n} postiad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source> {n} posts have to be looked at.</source>
   <comment>two</comment>
   <translation> Rhaid edrych ar {n} bostiad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source> {n} posts have to be looked at.</source>
   <comment>few</comment>
   <translation> Rhaid edrych ar {n} phostiad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source> {n} posts have to be looked at.</source>
   <comment>many</comment>
   <translation> Rhaid edrych ar {n} phostiad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source> {n} posts have to be looked at.</source>
   <comment>zero</comment>
   <translation> Rhaid edrych ar {n} postiad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source> {n} posts have to be looked at.</source>
   <comment>other</comment>
   <translation> Rhaid edrych ar {n} postiad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>{name} leaves today.{more} To take it back, change the last day on roll.</source>
   <translation>Mae {name} yn gadael heddiw.{more} I’w gymryd yn ôl, newidiwch y diwrnod olaf ar y gofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>Recorded for {name}: {answers}.</source>
   <translation>Cofnodwyd ar gyfer {name}: {answers}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>In no post so far.</source>
   <translation>Ddim mewn unrhyw bostiad hyd yma.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/person_sheet.py" />
   <source>No open platform</source>
   <translation>Dim platfform agored</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_choice.py" />
   <source>Photos for the post</source>
   <translation>Lluniau ar gyfer y postiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_choice.py" />
   <source>Write the post</source>
   <translation>Ysgrifennu’r postiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_choice.py" />
   <source>{photos} taken</source>
   <translation>{photos} wedi’u cymryd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_choice.py" />
   <location filename="../../app/ui/pages/post_list.py" />
   <source>New post</source>
   <translation>Postiad newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_choice.py" />
   <location filename="../../app/ui/pages/posts.py" />
   <source>Title, for us only</source>
   <translation>Teitl, i ni’n unig</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_choice.py" />
   <source>Which photos? Click or press Enter to take one in or out.</source>
   <translation>Pa luniau? Cliciwch neu pwyswch Enter i gymryd un i mewn neu allan.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_sift.py" />
   <source>An event, or the number of a photo</source>
   <translation>Digwyddiad, neu rif llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_sift.py" />
   <source>Search photos</source>
   <translation>Chwilio lluniau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_sift.py" />
   <source>All events</source>
   <translation>Pob digwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_sift.py" />
   <source>Taken from</source>
   <translation>Tynnwyd o</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_sift.py" />
   <location filename="../../app/ui/pages/records.py" />
   <source>Any day</source>
   <translation>Unrhyw ddiwrnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_sift.py" />
   <source>Taken until</source>
   <translation>Tynnwyd hyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_sift.py" />
   <source>Show all photos</source>
   <translation>Dangos pob llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_sift.py" />
   <source>No photo fits. Type less, or show all photos.</source>
   <translation>Does dim llun yn cyfateb. Teipiwch lai, neu dangoswch bob llun.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_sift.py" />
   <source>No photos yet.</source>
   <translation>Dim lluniau eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/photo_sift.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>until</source>
   <translation>hyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>K keep · X leave out · U undecided · Enter side by side · Shift several · A keep all the rest · Ctrl+Z undo</source>
   <translation>K cadw · X hepgor · U heb benderfynu · Enter ochr yn ochr · Shift sawl un · A cadw’r gweddill i gyd · Ctrl+Z dadwneud</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/sift.py" />
   <source>All</source>
   <translation>Pob un</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>To choose</source>
   <translation>I’w dewis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/register_import.py" />
   <location filename="../../app/ui/pages/retention.py" />
   <source>Kept</source>
   <translation>Cadwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Left out</source>
   <translation>Hepgorwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Pick</source>
   <translation>Dewis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Photo {row} of {rowCount}</source>
   <translation>Llun {row} o {rowCount}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <location filename="../../app/ui/pages/post_crop.py" />
   <location filename="../../app/ui/pages/review_picture.py" />
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Undo</source>
   <translation>Dadwneud</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Side by side</source>
   <translation>Ochr yn ochr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>No photos here</source>
   <translation>Dim lluniau yma</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Keep all the rest</source>
   <translation>Cadw’r gweddill i gyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Look for faces</source>
   <translation>Chwilio am wynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Name the faces</source>
   <translation>Enwi’r wynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>No photos to choose from</source>
   <translation>Dim lluniau i ddewis ohonynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Bring photos in first; then keep the few that are worth naming.</source>
   <translation>Dewch â lluniau i mewn yn gyntaf; yna cadwch yr ychydig sy’n werth eu henwi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>{numbers} kept</source>
   <translation>{numbers} wedi’u cadw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>{numbers} left out</source>
   <translation>{numbers} wedi’u hepgor</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>{numbers} to choose</source>
   <translation>{numbers} i’w dewis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source> What is left out is erased {left_out_days} days after it came in.</source>
   <translation> Caiff yr hyn a hepgorir ei ddileu {left_out_days} diwrnod ar ôl iddo ddod i mewn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>{keys}
Comparing the photos and counting faces: {done} of {total}</source>
   <translation>{keys}
Yn cymharu’r lluniau ac yn cyfrif wynebau: {done} o {total}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Undo (Ctrl+Z)</source>
   <translation>Dadwneud (Ctrl+Z)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Side by side (Enter)</source>
   <translation>Ochr yn ochr (Enter)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Keep (K)</source>
   <translation>Cadw (K)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Leave out (X)</source>
   <translation>Hepgor (X)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>Keep all the rest (A)</source>
   <translation>Cadw’r gweddill i gyd (A)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>{place} · {at} of {of} of one moment</source>
   <translation>{place} · {at} o {of} o’r un eiliad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source> Look for faces in {photos}</source>
   <translation> Chwilio am wynebau mewn {photos}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source> Look for faces</source>
   <translation> Chwilio am wynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>That photo was looked through already, so it stays.</source>
   <translation>Edrychwyd drwy’r llun hwnnw eisoes, felly mae’n aros.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source> · {to_choose} to choose</source>
   <translation> · {to_choose} i’w dewis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick.py" />
   <source>None of them, at the moment</source>
   <translation>Dim un ohonynt, ar hyn o bryd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick_beside.py" />
   <source>Shots of one moment side by side</source>
   <translation>Lluniau o’r un eiliad ochr yn ochr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick_beside.py" />
   <source>This photo cannot be shown</source>
   <translation>Ni ellir dangos y llun hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick_beside.py" />
   <source>Fetching the photo</source>
   <translation>Yn nôl y llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/pick_grid.py" />
   <source>Photos to choose from</source>
   <translation>Lluniau i ddewis ohonynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/picture_label.py" />
   <source>Ctrl+E looks closer, and back; the arrow keys move the picture.</source>
   <translation>Mae Ctrl+E yn edrych yn agosach, ac yn ôl; mae’r saethau’n symud y llun.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>Let them post there</source>
   <translation>Gadael iddynt bostio yno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>Nobody is named, so everybody who may publish may post there. Name somebody, and only they may.</source>
   <translation>Nid oes neb wedi’i enwi, felly caiff pawb sy’n cael cyhoeddi bostio yno. Enwch rywun, a dim ond nhw gaiff wneud.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>may post</source>
   <translation>caiff bostio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>Who may post there</source>
   <translation>Pwy gaiff bostio yno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source> until {day}</source>
   <translation> hyd {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>not any more</source>
   <translation>ddim mwyach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>not yet</source>
   <translation>ddim eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>Noted. From now on only those named post to {name}.</source>
   <translation>Nodwyd. O hyn ymlaen dim ond y rhai a enwyd sy’n postio i {name}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>{name} may post there until the end of today.</source>
   <translation>Caiff {name} bostio yno hyd ddiwedd heddiw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>Until</source>
   <translation>Hyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>End today</source>
   <translation>Dod i ben heddiw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>Somebody who is gone</source>
   <translation>Rhywun sydd wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platform_users.py" />
   <source>End today: {name}</source>
   <translation>Dod i ben heddiw: {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Platforms</source>
   <translation>Platfformau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Account</source>
   <translation>Cyfrif</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Who can see it</source>
   <translation>Pwy all ei weld</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Who looks after it</source>
   <translation>Pwy sy’n gofalu amdano</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Role mailbox</source>
   <translation>Blwch post y rôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Who agreed to it</source>
   <translation>Pwy gytunodd iddo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>The account belongs to the school</source>
   <translation>Yr ysgol biau’r cyfrif</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Longest edge, pixels</source>
   <translation>Ymyl hiraf, picseli</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Largest file, bytes</source>
   <translation>Ffeil fwyaf, beitiau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Pictures in one post</source>
   <translation>Lluniau mewn un postiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Letters of text</source>
   <translation>Llythrennau o destun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Letters of description</source>
   <translation>Llythrennau o ddisgrifiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Narrowest, width for 100 of height</source>
   <translation>Culaf, lled am bob 100 o uchder</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Widest, width for 100 of height</source>
   <translation>Lletaf, lled am bob 100 o uchder</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Looked up on</source>
   <translation>Edrychwyd ar</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>{words} on {day}.</source>
   <translation>{words} ar {day}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>{words}: not noted yet.</source>
   <translation>{words}: heb ei nodi eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>A platform needs a name.</source>
   <translation>Mae angen enw ar blatfform.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>For example: news for our families</source>
   <translation>Er enghraifft: newyddion i’n teuluoedd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>A place to post needs a purpose.</source>
   <translation>Mae angen pwrpas ar le i bostio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>For example: everybody, or parents only</source>
   <translation>Er enghraifft: pawb, neu rieni yn unig</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>An office’s address, not a person’s</source>
   <translation>Cyfeiriad swyddfa, nid un person</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Say on which day the limits were looked up.</source>
   <translation>Dywedwch ar ba ddiwrnod yr edrychwyd ar y terfynau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Add a platform</source>
   <translation>Ychwanegu platfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>No platform yet</source>
   <translation>Dim platfform eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Add the places where the school posts.</source>
   <translation>Ychwanegwch y lleoedd y mae’r ysgol yn postio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Platform</source>
   <translation>Platfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Record the limits</source>
   <translation>Cofnodi’r terfynau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>I looked at the privacy settings today</source>
   <translation>Edrychais ar y gosodiadau preifatrwydd heddiw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>The password was changed today</source>
   <translation>Newidiwyd y cyfrinair heddiw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Looked up on {day}.</source>
   <translation>Edrychwyd ar {day}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Not looked up yet.</source>
   <translation>Heb edrych eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>{checked} Platforms change this; look it up once a year.</source>
   <translation>{checked} Mae platfformau’n newid hyn; edrychwch unwaith y flwyddyn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>The limits of {name} are noted. Pictures made from now on keep to them.</source>
   <translation>Nodwyd terfynau {name}. Mae lluniau a wneir o hyn ymlaen yn cadw atynt.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>No new posts go there</source>
   <translation>Nid oes postiadau newydd yn mynd yno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Posts may go there again</source>
   <translation>Caiff postiadau fynd yno eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Noted. ClearPost never keeps the password itself.</source>
   <translation>Nodwyd. Nid yw ClearPost byth yn cadw’r cyfrinair ei hun.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>What it takes</source>
   <translation>Beth y mae’n ei gymryd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Kept safe</source>
   <translation>Cadwyd yn ddiogel</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Another place to post</source>
   <translation>Lle arall i bostio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Add the platform</source>
   <translation>Ychwanegu’r platfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>closed</source>
   <translation>ar gau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Open it again</source>
   <translation>Ei agor eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Privacy settings looked at</source>
   <translation>Edrychwyd ar y gosodiadau preifatrwydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Password changed</source>
   <translation>Newidiwyd y cyfrinair</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>{name} is there. Nobody has answered for it, so everybody is covered on it.</source>
   <translation>Mae {name} yno. Nid oes neb wedi ateb ar ei gyfer, felly gorchuddir pawb arno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Noted. It is asked again in a year.</source>
   <translation>Nodwyd. Gofynnir eto ymhen blwyddyn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>look up its limits</source>
   <translation>edrychwch ar ei derfynau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Which platform</source>
   <translation>Pa blatfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Signing in takes two steps</source>
   <translation>Mae mewngofnodi’n cymryd dau gam</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/platforms.py" />
   <source>Another one</source>
   <translation>Un arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Policies</source>
   <translation>Polisïau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Policy</source>
   <translation>Polisi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Version</source>
   <translation>Fersiwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Owner</source>
   <translation>Perchennog</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Where it can be read</source>
   <translation>Ble y gellir ei ddarllen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Next review</source>
   <translation>Adolygiad nesaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Who was consulted</source>
   <translation>Pwy yr ymgynghorwyd â nhw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Read together with</source>
   <translation>I’w ddarllen gyda</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>A policy needs a name.</source>
   <translation>Mae angen enw ar bolisi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>For example: 2026 or 1.2</source>
   <translation>Er enghraifft: 2026 neu 1.2</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>A version needs a label.</source>
   <translation>Mae angen label ar fersiwn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Say who looks after it.</source>
   <translation>Dywedwch pwy sy’n gofalu amdano.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>A web address, or a folder</source>
   <translation>Cyfeiriad gwe, neu ffolder</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Names of other policies, with commas between</source>
   <translation>Enwau polisïau eraill, gyda choma rhyngddynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Add a version</source>
   <translation>Ychwanegu fersiwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Add the policies that staff have to read.</source>
   <translation>Ychwanegwch y polisïau y mae’n rhaid i staff eu darllen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>They appear here once they are added.</source>
   <translation>Byddant yn ymddangos yma unwaith y cânt eu hychwanegu.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>No policy yet</source>
   <translation>Dim polisi eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Owner: {owner}</source>
   <translation>Perchennog: {owner}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Looking who has read it …</source>
   <translation>Yn edrych pwy sydd wedi’i ddarllen …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{title} is stored.</source>
   <translation>Mae {title} wedi’i gadw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>first day {day}</source>
   <translation>diwrnod cyntaf {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Add the version</source>
   <translation>Ychwanegu’r fersiwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>review due {day}</source>
   <translation>adolygiad erbyn {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>You acknowledged it {moment}.</source>
   <translation>Fe’i cydnabuoch {moment}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>You have not acknowledged it.</source>
   <translation>Nid ydych wedi’i gydnabod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have acknowledged it.</source>
   <comment>one</comment>
   <translation>Mae {n} person wedi’i gydnabod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have acknowledged it.</source>
   <comment>two</comment>
   <translation>Mae {n} berson wedi’i gydnabod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have acknowledged it.</source>
   <comment>few</comment>
   <translation>Mae {n} pherson wedi’i gydnabod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have acknowledged it.</source>
   <comment>many</comment>
   <translation>Mae {n} pherson wedi’i gydnabod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have acknowledged it.</source>
   <comment>zero</comment>
   <translation>Mae {n} person wedi’i gydnabod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have acknowledged it.</source>
   <comment>other</comment>
   <translation>Mae {n} person wedi’i gydnabod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have still to read it</source>
   <comment>one</comment>
   <translation>{n} person heb ei ddarllen eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have still to read it</source>
   <comment>two</comment>
   <translation>{n} berson heb ei ddarllen eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have still to read it</source>
   <comment>few</comment>
   <translation>{n} pherson heb ei ddarllen eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have still to read it</source>
   <comment>many</comment>
   <translation>{n} pherson heb ei ddarllen eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have still to read it</source>
   <comment>zero</comment>
   <translation>{n} person heb ei ddarllen eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>{n} people have still to read it</source>
   <comment>other</comment>
   <translation>{n} person heb ei ddarllen eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>Everybody has read it</source>
   <translation>Mae pawb wedi’i ddarllen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>waits for the governors</source>
   <translation>yn aros am y llywodraethwyr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/policies.py" />
   <source>an older version</source>
   <translation>fersiwn hŷn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>Children and their learning</source>
   <translation>Plant a’u dysgu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>Good work of staff</source>
   <translation>Gwaith da staff</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>News of the school</source>
   <translation>Newyddion yr ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>An achievement</source>
   <translation>Camp</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>A reminder for parents</source>
   <translation>Nodyn atgoffa i rieni</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>An answer to an enquiry</source>
   <translation>Ateb i ymholiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>It cannot wait (words only)</source>
   <translation>Ni all aros (geiriau yn unig)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>A first name in the words means a child of this event’s list before anybody else.</source>
   <translation>Mae enw cyntaf yn y geiriau yn golygu plentyn o restr y digwyddiad hwn cyn neb arall.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>A closed school, for example. Somebody else looks at it afterwards.</source>
   <translation>Ysgol ar gau, er enghraifft. Mae rhywun arall yn edrych arno wedyn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>What it is about</source>
   <translation>Am beth y mae</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_about.py" />
   <source>What the school was asked, and by whom.</source>
   <translation>Beth a ofynnwyd i’r ysgol, a chan bwy.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_confirm.py" />
   <source>What it says is true, positive and relevant, and nobody is hurt or embarrassed by it.</source>
   <translation>Mae’r hyn y mae’n ei ddweud yn wir, yn gadarnhaol ac yn berthnasol, ac nid oes neb yn cael ei frifo na’i godi cywilydd arno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_confirm.py" />
   <source>Nothing in words or pictures tells who a child is: no name on work, labels or certificates, no details.</source>
   <translation>Nid oes dim mewn geiriau na lluniau’n dweud pwy yw plentyn: dim enw ar waith, labeli na thystysgrifau, dim manylion.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_confirm.py" />
   <source>Everybody in the pictures was looked for in the register, and nobody asked not to be in them.</source>
   <translation>Chwiliwyd am bawb yn y lluniau yn y gofrestr, ac ni ofynnodd neb am beidio â bod ynddynt.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_confirm.py" />
   <source>The photos come from a device of the school, or one the Headteacher permits, and no personal copy is left.</source>
   <translation>Daw’r lluniau o ddyfais yr ysgol, neu un y mae’r Pennaeth yn ei chaniatáu, ac nid oes copi personol ar ôl.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_confirm.py" />
   <source>Still recognisable? Nobody covered can be told by clothes, a number, a brother or sister or a class label.</source>
   <translation>Yn dal yn adnabyddadwy? Ni ellir adnabod neb a orchuddiwyd wrth ddillad, rhif, brawd neu chwaer na label dosbarth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_confirm.py" />
   <source>Tick each point that is so. Where one is not, go back and put the post right first. Your name and the time are kept with it.</source>
   <translation>Ticiwch bob pwynt sy’n wir. Lle nad yw un, ewch yn ôl a chywiro’r postiad yn gyntaf. Cedwir eich enw a’r amser gydag ef.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_confirm.py" />
   <location filename="../../app/ui/pages/posts.py" />
   <source>Submit for approval</source>
   <translation>Cyflwyno i’w gymeradwyo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_confirm.py" />
   <source>Back to the post</source>
   <translation>Yn ôl i’r postiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_confirm.py" />
   <source>Before “{title}” goes to the Headteacher</source>
   <translation>Cyn i “{title}” fynd at y Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_confirm.py" />
   <source>What you confirm</source>
   <translation>Beth ydych chi’n ei gadarnhau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Square</source>
   <translation>Sgwâr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Upright, 4 to 5</source>
   <translation>Ar ei sefyll, 4 i 5</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Upright, 9 to 16</source>
   <translation>Ar ei sefyll, 9 i 16</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Wide, 16 to 9</source>
   <translation>Llydan, 16 i 9</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Wide, 1.91 to 1</source>
   <translation>Llydan, 1.91 i 1</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Wide, 4 to 3</source>
   <translation>Llydan, 4 i 3</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Smaller part</source>
   <translation>Rhan lai</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Larger part</source>
   <translation>Rhan fwy</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>By itself</source>
   <translation>Ohono’i hun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Which part of photo {number} is shown</source>
   <translation>Pa ran o lun {number} a ddangosir</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>As it is</source>
   <translation>Fel y mae</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Around those who are shown, as without a crop by hand</source>
   <translation>O amgylch y rhai a ddangosir, fel heb docio â llaw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Drag the frame or use the arrow keys; plus and minus change its size.</source>
   <translation>Llusgwch y ffrâm neu defnyddiwch y saethau; mae plws a minws yn newid ei maint.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Shape</source>
   <translation>Siâp</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>As the photo</source>
   <translation>Fel y llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_crop.py" />
   <source>Crop for {name}</source>
   <translation>Tocio ar gyfer {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters left</source>
   <comment>one</comment>
   <translation>{n} nod ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters left</source>
   <comment>two</comment>
   <translation>{n} nod ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters left</source>
   <comment>few</comment>
   <translation>{n} nod ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters left</source>
   <comment>many</comment>
   <translation>{n} nod ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters left</source>
   <comment>zero</comment>
   <translation>{n} nod ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters left</source>
   <comment>other</comment>
   <translation>{n} nod ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters too many</source>
   <comment>one</comment>
   <translation>{n} nod yn ormod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters too many</source>
   <comment>two</comment>
   <translation>{n} nod yn ormod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters too many</source>
   <comment>few</comment>
   <translation>{n} nod yn ormod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters too many</source>
   <comment>many</comment>
   <translation>{n} nod yn ormod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters too many</source>
   <comment>zero</comment>
   <translation>{n} nod yn ormod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_fields.py" />
   <source>{n} characters too many</source>
   <comment>other</comment>
   <translation>{n} nod yn ormod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>What stands in the way</source>
   <translation>Beth sydd yn y ffordd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>Checking …</source>
   <translation>Yn gwirio …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>in the way</source>
   <translation>yn y ffordd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>settled</source>
   <translation>setlwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>to be looked at</source>
   <translation>i edrych arno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>{n} things stand in the way</source>
   <comment>one</comment>
   <translation>{n} peth yn y ffordd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>{n} things stand in the way</source>
   <comment>two</comment>
   <translation>{n} beth yn y ffordd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>{n} things stand in the way</source>
   <comment>few</comment>
   <translation>{n} pheth yn y ffordd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>{n} things stand in the way</source>
   <comment>many</comment>
   <translation>{n} pheth yn y ffordd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>{n} things stand in the way</source>
   <comment>zero</comment>
   <translation>{n} peth yn y ffordd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>{n} things stand in the way</source>
   <comment>other</comment>
   <translation>{n} peth yn y ffordd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_findings.py" />
   <source>Nothing stands in the way</source>
   <translation>Nid oes dim yn y ffordd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_left_out.py" />
   <source>Put the picture back</source>
   <translation>Rhoi’r llun yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_list.py" />
   <location filename="../../app/ui/pages/posts.py" />
   <source>Posts</source>
   <translation>Postiadau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_list.py" />
   <source>you are asked</source>
   <translation>gofynnir i chi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Dressed for it, at ease, the occasion is clear</source>
   <translation>Wedi gwisgo’n addas, yn gartrefol, a’r achlysur yn glir</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Sports kit</source>
   <translation>Dillad chwaraeon</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Swimwear</source>
   <translation>Dillad nofio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Undress or changing</source>
   <translation>Dadwisgo neu newid</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>An injury, an aid, something of health</source>
   <translation>Anaf, cymorth, rhywbeth am iechyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Distress</source>
   <translation>Gofid</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>The Headteacher records it under Permissions.</source>
   <translation>Mae’r Pennaeth yn ei gofnodi o dan Caniatâd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Read out to people who cannot see it.</source>
   <translation>Caiff ei ddarllen i bobl na allant ei weld.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Say the same of the other {n} photos</source>
   <comment>one</comment>
   <translation>Dweud yr un peth am y llun arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Say the same of the other {n} photos</source>
   <comment>two</comment>
   <translation>Dweud yr un peth am y {n} lun arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Say the same of the other {n} photos</source>
   <comment>few</comment>
   <translation>Dweud yr un peth am y {n} llun arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Say the same of the other {n} photos</source>
   <comment>many</comment>
   <translation>Dweud yr un peth am y {n} llun arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Say the same of the other {n} photos</source>
   <comment>zero</comment>
   <translation>Dweud yr un peth am y {n} llun arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Say the same of the other {n} photos</source>
   <comment>other</comment>
   <translation>Dweud yr un peth am y {n} llun arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <location filename="../../app/ui/pages/review.py" />
   <source>Review</source>
   <translation>Adolygu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Earlier</source>
   <translation>Cynharach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Later</source>
   <translation>Diweddarach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Crop</source>
   <translation>Tocio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Please look and choose</source>
   <translation>Edrychwch a dewiswch</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Purpose, dress, and no child alone without a reason that can be seen.</source>
   <translation>Pwrpas, gwisg, a dim plentyn ar ei ben ei hun heb reswm y gellir ei weld.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Review photo {number}</source>
   <translation>Adolygu llun {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Photo {number} earlier</source>
   <translation>Llun {number} yn gynharach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Photo {number} later</source>
   <translation>Llun {number} yn ddiweddarach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Leave photo {number} out</source>
   <translation>Hepgor llun {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Crop photo {number}</source>
   <translation>Tocio llun {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Credit for photo {number}</source>
   <translation>Cydnabyddiaeth ar gyfer llun {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Written permission for photo {number}</source>
   <translation>Caniatâd ysgrifenedig ar gyfer llun {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>What photo {number} shows</source>
   <translation>Beth mae llun {number} yn ei ddangos</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Who made photo {number}</source>
   <translation>Pwy wnaeth lun {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>Dress and situation in photo {number}</source>
   <translation>Gwisg a sefyllfa yn llun {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_pictures.py" />
   <source>A permission that does not hold any more</source>
   <translation>Caniatâd nad yw’n dal mwyach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_thread.py" />
   <source>asks</source>
   <translation>yn gofyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_thread.py" />
   <source>answers</source>
   <translation>yn ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_thread.py" />
   <source>corrected</source>
   <translation>wedi cywiro</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_thread.py" />
   <source>Your answer</source>
   <translation>Eich ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_words.py" />
   <source>Post on {name}</source>
   <translation>Postio ar {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_words.py" />
   <source>Words for {name}</source>
   <translation>Geiriau ar gyfer {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/post_words.py" />
   <source>Begin with the words for {name}</source>
   <translation>Dechrau gyda’r geiriau ar gyfer {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Write a new post</source>
   <translation>Ysgrifennu postiad newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>No post chosen</source>
   <translation>Dim postiad wedi’i ddewis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Write a new one, or choose one on the left.</source>
   <translation>Ysgrifennwch un newydd, neu dewiswch un ar y chwith.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>The post</source>
   <translation>Y postiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Make the pictures</source>
   <translation>Gwneud y lluniau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Save them</source>
   <translation>Eu cadw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Throw them away</source>
   <translation>Eu taflu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>“{title}” has changes that are not saved.</source>
   <translation>Mae newidiadau heb eu cadw yn “{title}”.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Copy my words</source>
   <translation>Copïo fy ngeiriau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Making the pictures of {title}</source>
   <translation>Yn gwneud lluniau {title}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Pictures</source>
   <translation>Lluniau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Note: {note}</source>
   <translation>Nodyn: {note}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>This post was changed meanwhile. What you typed is still here.</source>
   <translation>Newidiwyd y postiad hwn yn y cyfamser. Mae’r hyn a deipioch yma o hyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Choose first where the post is to go.</source>
   <translation>Dewiswch yn gyntaf ble mae’r postiad i fynd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>Save the changes of this post first.</source>
   <translation>Cadwch newidiadau’r postiad hwn yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <location filename="../../app/ui/pages/questions.py" />
   <source>The answer is with the Headteacher.</source>
   <translation>Mae’r ateb gyda’r Pennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/posts.py" />
   <source>The post is with the Headteacher.</source>
   <translation>Mae’r postiad gyda’r Pennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
   <translation>Lluniau (*.jpg *.jpeg *.png *.webp)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Approved posts</source>
   <translation>Postiadau a gymeradwywyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Nothing is approved yet.</source>
   <translation>Nid oes dim wedi’i gymeradwyo eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Posts appear here once they are approved.</source>
   <translation>Bydd postiadau’n ymddangos yma unwaith y byddant wedi’u cymeradwyo.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Where it goes out</source>
   <translation>Ble mae’n mynd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Hand out {pictures}</source>
   <translation>Rhoi {pictures} allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Note that it is online</source>
   <translation>Nodi ei fod ar-lein</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>It is taken down</source>
   <translation>Mae wedi’i dynnu i lawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Compare a saved copy</source>
   <translation>Cymharu copi a gadwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>{name}, you publish this for the school on {platform_name}, and the records say so. What is online can be read by everybody, copied, and may be impossible to take back.</source>
   <translation>{name}, chi sy’n cyhoeddi hwn dros yr ysgol ar {platform_name}, ac mae’r cofnodion yn dweud hynny. Gall pawb ddarllen yr hyn sydd ar-lein a’i gopïo, ac efallai na fydd modd ei dynnu’n ôl.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Handing out the pictures for {name}</source>
   <translation>Yn rhoi’r lluniau ar gyfer {name} allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>The pictures for {name} are in {folder}. Post them, then note the address.</source>
   <translation>Mae’r lluniau ar gyfer {name} yn {folder}. Postiwch nhw, yna nodwch y cyfeiriad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>A saved copy or screenshot</source>
   <translation>Copi a gadwyd neu sgrinlun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Comparing the saved copy</source>
   <translation>Yn cymharu’r copi a gadwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Say this once the post is gone from {name}; ClearPost cannot remove it there.</source>
   <translation>Dywedwch hyn unwaith y bydd y postiad wedi mynd o {name}; ni all ClearPost ei ddileu yno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Approved and online</source>
   <translation>Cymeradwywyd ac ar-lein</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Go to Approve</source>
   <translation>Mynd i Cymeradwyo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Go to Posts</source>
   <translation>Mynd i Postiadau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Where the pictures go</source>
   <translation>Ble mae’r lluniau’n mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>A pack that is not needed any more, or may not go out, was erased.</source>
   <translation>Dilëwyd pecyn nad oes ei angen bellach, neu na chaiff fynd allan.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>not handed out yet</source>
   <translation>heb ei roi allan eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>has to be taken down</source>
   <translation>rhaid ei dynnu i lawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Hand out the pictures for {name}</source>
   <translation>Rhoi’r lluniau ar gyfer {name} allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Handed out {when}</source>
   <translation>Rhoddwyd allan {when}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Address on {name}</source>
   <translation>Cyfeiriad ar {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Or how it can be seen on {name}</source>
   <translation>Neu sut y gellir ei weld ar {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Note the address on {name}</source>
   <translation>Nodi’r cyfeiriad ar {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>It is taken down from {name}</source>
   <translation>Mae wedi’i dynnu i lawr o {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Compare a saved copy from {name}</source>
   <translation>Cymharu copi a gadwyd o {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Hand it out</source>
   <translation>Ei roi allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>It is noted as online, and its pack is erased from this PC.</source>
   <translation>Nodwyd ei fod ar-lein, a dilëwyd ei becyn oddi ar y cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Noted that you looked at it.</source>
   <translation>Nodwyd eich bod wedi edrych arno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>Noted as taken down.</source>
   <translation>Nodwyd ei fod wedi’i dynnu i lawr.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>{platforms} to go</source>
   <translation>{platforms} i fynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>online on {platforms}</source>
   <translation>ar-lein ar {platforms}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>handed out</source>
   <translation>rhoddwyd allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>A new folder is made inside it, and erased once the post is online.</source>
   <translation>Caiff ffolder newydd ei wneud ynddo, a’i ddileu unwaith y bydd y postiad ar-lein.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>{author_name} sent this out as urgent. Please look at it.</source>
   <translation>Anfonodd {author_name} hwn allan fel un brys. Edrychwch arno, os gwelwch yn dda.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <location filename="../../app/ui/pages/questions.py" />
   <source>No words</source>
   <translation>Dim geiriau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <location filename="../../app/ui/pages/published.py" />
   <source>I looked at it</source>
   <translation>Edrychais arno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>{n} platforms</source>
   <comment>one</comment>
   <translation>{n} platfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>{n} platforms</source>
   <comment>two</comment>
   <translation>{n} blatfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>{n} platforms</source>
   <comment>few</comment>
   <translation>{n} phlatfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>{n} platforms</source>
   <comment>many</comment>
   <translation>{n} phlatfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>{n} platforms</source>
   <comment>zero</comment>
   <translation>{n} platfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/publish.py" />
   <source>{n} platforms</source>
   <comment>other</comment>
   <translation>{n} platfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Published</source>
   <translation>Cyhoeddwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>looked at on {when} by {who}</source>
   <translation>edrychwyd arno ar {when} gan {who}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Live</source>
   <translation>Ar-lein</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>In its folder</source>
   <translation>Yn ei ffolder</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Taken down</source>
   <translation>Tynnwyd i lawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Go to Publish</source>
   <translation>Mynd i Cyhoeddi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Nothing is published yet</source>
   <translation>Nid oes dim wedi’i gyhoeddi eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Everything that goes out is listed here. Hand out an approved post under Publish.</source>
   <translation>Rhestrir popeth sy’n mynd allan yma. Rhowch bostiad a gymeradwywyd allan o dan Cyhoeddi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Open it in the browser</source>
   <translation>Ei agor yn y porwr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Take it down within {urgent_minutes} minutes</source>
   <translation>Ei dynnu i lawr o fewn {urgent_minutes} munud</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Published by mistake</source>
   <translation>Cyhoeddwyd drwy gamgymeriad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Add a picture of it gone</source>
   <translation>Ychwanegu llun ohono wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Save the proof</source>
   <translation>Cadw’r prawf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>It may stay</source>
   <translation>Caiff aros</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>A picture of it gone</source>
   <translation>Llun ohono wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>handed out {moment}</source>
   <translation>rhoddwyd allan {moment}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>not looked at since</source>
   <translation>heb edrych arno ers hynny</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>somebody</source>
   <translation>rhywun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Publication</source>
   <translation>Cyhoeddiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Say above what is wrong with it</source>
   <translation>Dywedwch uchod beth sydd o’i le arno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>It is online as it should be; the day is kept</source>
   <translation>Mae ar-lein fel y dylai fod; cedwir y diwrnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Say above who looked, and when</source>
   <translation>Dywedwch uchod pwy edrychodd, a phryd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>No. {number} is recorded, and the post has to come down now. Tell {tell}.</source>
   <translation>Cofnodwyd rhif {number}, a rhaid i’r postiad ddod i lawr nawr. Dywedwch wrth {tell}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Look at it again</source>
   <translation>Edrychwch arno eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Picture {number} as it went out</source>
   <translation>Llun {number} fel yr aeth allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>The pictures were erased since.</source>
   <translation>Dilëwyd y lluniau ers hynny.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>Take down by {when}</source>
   <translation>Tynnu i lawr erbyn {when}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/published.py" />
   <source>no address noted</source>
   <translation>ni nodwyd cyfeiriad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/questions.py" />
   <source>Questions</source>
   <translation>Cwestiynau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/questions.py" />
   <source>{said_by_name} asks you</source>
   <translation>Mae {said_by_name} yn gofyn i chi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/questions.py" />
   <source>Posts you are asked about</source>
   <translation>Postiadau y gofynnir i chi amdanynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/questions.py" />
   <source>Nobody asks you anything.</source>
   <translation>Nid oes neb yn gofyn dim i chi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/questions.py" />
   <source>Questions about posts appear here.</source>
   <translation>Bydd cwestiynau am bostiadau’n ymddangos yma.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/questions.py" />
   <source>The post and the question</source>
   <translation>Y postiad a’r cwestiwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/questions.py" />
   <source>{at} of {pictures}, for {names}</source>
   <translation>{at} o {pictures}, ar gyfer {names}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/questions.py" />
   <source>You are asked</source>
   <translation>Gofynnir i chi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/questions.py" />
   <source>Words for {names}</source>
   <translation>Geiriau ar gyfer {names}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/questions.py" />
   <source>a platform</source>
   <translation>platfform</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>Please read first</source>
   <translation>Darllenwch yn gyntaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>The school asks everybody to read this before they go on. Saying no for a child works all the same.</source>
   <translation>Mae’r ysgol yn gofyn i bawb ddarllen hwn cyn mynd ymlaen. Mae dweud na dros blentyn yn gweithio beth bynnag.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>Open it</source>
   <translation>Ei agor</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>I have read it and will keep to it</source>
   <translation>Rwyf wedi’i ddarllen a byddaf yn cadw ato</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>Acknowledge</source>
   <translation>Cydnabod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source> · read together with {related}</source>
   <translation> · i’w ddarllen gyda {related}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>Owner: {owner} · from {day}{related}</source>
   <translation>Perchennog: {owner} · o {day}{related}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>What to read first</source>
   <translation>Beth i’w ddarllen yn gyntaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>It is here: {link}</source>
   <translation>Mae yma: {link}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>Ask its owner for a copy.</source>
   <translation>Gofynnwch i’w berchennog am gopi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>{more} more to read after this one</source>
   <translation>{more} arall i’w darllen ar ôl hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/reading.py" />
   <source>Open it first.</source>
   <translation>Agorwch ef yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Table (*.csv);;Archive with its note (*.db)</source>
   <translation>Tabl (*.csv);;Archif gyda’i nodyn (*.db)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Records</source>
   <translation>Cofnodion</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>{taken} taken out to {name}. The head is {head}.</source>
   <translation>Tynnwyd {taken} allan i {name}. Y pen yw {head}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Take these out</source>
   <translation>Tynnu’r rhain allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>16 letters at least</source>
   <translation>O leiaf 16 llythyren</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Check the records</source>
   <translation>Gwirio’r cofnodion</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>What was done, for example: answer</source>
   <translation>Beth a wnaed, er enghraifft: ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Show all records</source>
   <translation>Dangos pob cofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Who did what</source>
   <translation>Pwy wnaeth beth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>No record fits</source>
   <translation>Nid oes cofnod yn cyfateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Take a filter away, or choose other days.</source>
   <translation>Tynnwch hidlydd i ffwrdd, neu dewiswch ddiwrnodau eraill.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>No receipts yet</source>
   <translation>Dim derbynebau eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Each original removed from a phone or card gets one.</source>
   <translation>Mae pob un gwreiddiol a ddilëir o ffôn neu gerdyn yn cael un.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Everybody</source>
   <translation>Pawb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Checking the records</source>
   <translation>Yn gwirio’r cofnodion</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source> The head on paper is one of them.</source>
   <translation> Mae’r pen ar bapur yn un ohonynt.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Taking records out</source>
   <translation>Yn tynnu cofnodion allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Take records out</source>
   <translation>Tynnu cofnodion allan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>{who} {words}</source>
   <translation>{who}: {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>As a table or an archive</source>
   <translation>Fel tabl neu archif</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Show everything</source>
   <translation>Dangos popeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Compare with the head on a receipt or pack</source>
   <translation>Cymharu â’r pen ar dderbynneb neu becyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <location filename="../../app/ui/pages/sift.py" />
   <source>Search</source>
   <translation>Chwilio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Who</source>
   <translation>Pwy</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>What</source>
   <translation>Beth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>Counting …</source>
   <translation>Yn cyfrif …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/records.py" />
   <source>no. {sequence}</source>
   <translation>rhif {sequence}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register.py" />
   <source>Register</source>
   <translation>Cofrestr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register.py" />
   <location filename="../../app/ui/pages/uniforms.py" />
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Add</source>
   <translation>Ychwanegu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register.py" />
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Read a list</source>
   <translation>Darllen rhestr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register.py" />
   <source>Find somebody on the left.</source>
   <translation>Dewch o hyd i rywun ar y chwith.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register.py" />
   <source>Type at least three letters of the name.</source>
   <translation>Teipiwch o leiaf dair llythyren o’r enw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register.py" />
   <location filename="../../app/ui/pages/training.py" />
   <source>Nobody chosen</source>
   <translation>Neb wedi’i ddewis</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register.py" />
   <location filename="../../app/ui/pages/register_list.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>People</source>
   <translation>Pobl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register.py" />
   <source>To ask again</source>
   <translation>I’w holi eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register.py" />
   <source>Pupils or consents</source>
   <translation>Disgyblion neu gydsyniadau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register.py" />
   <source>View: {words}</source>
   <translation>Golwg: {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_grid.py" />
   <source>Answers of the class</source>
   <translation>Atebion y dosbarth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_grid.py" />
   <source>No class yet</source>
   <translation>Dim dosbarth eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_grid.py" />
   <source>Read the pupils’ list first, or add somebody under People.</source>
   <translation>Darllenwch restr y disgyblion yn gyntaf, neu ychwanegwch rywun o dan Pobl.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_grid.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} pupils</source>
   <comment>one</comment>
   <translation>{n} disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_grid.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} pupils</source>
   <comment>two</comment>
   <translation>{n} ddisgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_grid.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} pupils</source>
   <comment>few</comment>
   <translation>{n} disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_grid.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} pupils</source>
   <comment>many</comment>
   <translation>{n} disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_grid.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} pupils</source>
   <comment>zero</comment>
   <translation>{n} disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_grid.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} pupils</source>
   <comment>other</comment>
   <translation>{n} disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_grid.py" />
   <source>{yes} of {size}</source>
   <translation>{yes} o {size}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Lists (*.csv *.txt *.tsv *.xlsx)</source>
   <translation>Rhestrau (*.csv *.txt *.tsv *.xlsx)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Line {line}: {words}</source>
   <translation>Llinell {line}: {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>left to a person</source>
   <translation>gadawyd i berson</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>to be read</source>
   <translation>i’w ddarllen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>the no stays</source>
   <translation>mae’r na yn aros</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>changed</source>
   <translation>newidiwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>new</source>
   <translation>newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>as it was</source>
   <translation>fel yr oedd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>From yes to no: not shown any more</source>
   <translation>O ie i na: ni ddangosir mwyach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>From yes to “to be confirmed”: not shown until somebody has asked</source>
   <translation>O ie i “i’w gadarnhau”: ni ddangosir nes i rywun ofyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>From no to yes: shown from now on</source>
   <translation>O na i ie: dangosir o hyn ymlaen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Columns</source>
   <translation>Colofnau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>To read</source>
   <translation>I’w darllen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Taken over</source>
   <translation>Cymerwyd drosodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>What would change</source>
   <translation>Beth fyddai’n newid</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Take it over</source>
   <translation>Ei gymryd drosodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Choose a file</source>
   <translation>Dewis ffeil</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Paste a table</source>
   <translation>Gludo tabl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Reading the list…</source>
   <translation>Yn darllen y rhestr…</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Taking over {file_name}</source>
   <translation>Yn cymryd {file_name} drosodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source> {n} lines are left to read.</source>
   <comment>one</comment>
   <translation> {n} llinell ar ôl i’w darllen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source> {n} lines are left to read.</source>
   <comment>two</comment>
   <translation> {n} linell ar ôl i’w darllen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source> {n} lines are left to read.</source>
   <comment>few</comment>
   <translation> {n} llinell ar ôl i’w darllen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source> {n} lines are left to read.</source>
   <comment>many</comment>
   <translation> {n} llinell ar ôl i’w darllen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source> {n} lines are left to read.</source>
   <comment>zero</comment>
   <translation> {n} llinell ar ôl i’w darllen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source> {n} lines are left to read.</source>
   <comment>other</comment>
   <translation> {n} llinell ar ôl i’w darllen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>The list was taken over: {entries} written.{more}</source>
   <translation>Cymerwyd y rhestr drosodd: ysgrifennwyd {entries}.{more}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{new} of the school’s system: look under “Kept”.</source>
   <translation>{new} o system yr ysgol: edrychwch o dan “Cadwyd”.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Nothing is written before you have seen what would change.</source>
   <translation>Ni chaiff dim ei ysgrifennu cyn i chi weld beth fyddai’n newid.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Choose the list</source>
   <translation>Dewis y rhestr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Read as {preset}.</source>
   <translation>Darllenwyd fel {preset}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Left out because they fit no platform: {quiet}.</source>
   <translation>Hepgorwyd am nad ydynt yn cyfateb i unrhyw blatfform: {quiet}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} pupils are in the register but not in this list; you will be asked whether they have left.</source>
   <comment>one</comment>
   <translation>Mae {n} disgybl yn y gofrestr ond nid yn y rhestr hon; gofynnir i chi a yw wedi gadael.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} pupils are in the register but not in this list; you will be asked whether they have left.</source>
   <comment>two</comment>
   <translation>Mae {n} ddisgybl yn y gofrestr ond nid yn y rhestr hon; gofynnir i chi a ydynt wedi gadael.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} pupils are in the register but not in this list; you will be asked whether they have left.</source>
   <comment>few</comment>
   <translation>Mae {n} disgybl yn y gofrestr ond nid yn y rhestr hon; gofynnir i chi a ydynt wedi gadael.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} pupils are in the register but not in this list; you will be asked whether they have left.</source>
   <comment>many</comment>
   <translation>Mae {n} disgybl yn y gofrestr ond nid yn y rhestr hon; gofynnir i chi a ydynt wedi gadael.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} pupils are in the register but not in this list; you will be asked whether they have left.</source>
   <comment>zero</comment>
   <translation>Mae {n} disgybl yn y gofrestr ond nid yn y rhestr hon; gofynnir i chi a ydynt wedi gadael.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} pupils are in the register but not in this list; you will be asked whether they have left.</source>
   <comment>other</comment>
   <translation>Mae {n} disgybl yn y gofrestr ond nid yn y rhestr hon; gofynnir i chi a ydynt wedi gadael.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Which column is which</source>
   <translation>Pa golofn yw pa un</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Lists that come again</source>
   <translation>Rhestrau sy’n dod eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>What a person must read</source>
   <translation>Beth mae’n rhaid i berson ei ddarllen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Lists that were taken over</source>
   <translation>Rhestrau a gymerwyd drosodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <location filename="../../app/ui/pages/register_import_later.py" />
   <location filename="../../app/ui/words.py" />
   <source>Pupils</source>
   <translation>Disgyblion</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Consents</source>
   <translation>Cydsyniadau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{button} list</source>
   <translation>Rhestr {button}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>CSV or XLSX file</source>
   <translation>Ffeil CSV neu XLSX</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>There is no table on the clipboard. Copy it in the spreadsheet first.</source>
   <translation>Nid oes tabl ar y clipfwrdd. Copïwch ef yn y daenlen yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>There is nothing in this list.</source>
   <translation>Nid oes dim yn y rhestr hon.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Choose or paste a list first.</source>
   <translation>Dewiswch neu gludwch restr yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>The columns are kept as “{name}”. Take the list over once, so that it counts as read.</source>
   <translation>Cedwir y colofnau fel “{name}”. Cymerwch y rhestr drosodd unwaith, fel ei bod yn cyfrif fel wedi’i darllen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} entries</source>
   <comment>one</comment>
   <translation>{n} cofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} entries</source>
   <comment>two</comment>
   <translation>{n} gofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} entries</source>
   <comment>few</comment>
   <translation>{n} chofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} entries</source>
   <comment>many</comment>
   <translation>{n} chofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} entries</source>
   <comment>zero</comment>
   <translation>{n} cofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} entries</source>
   <comment>other</comment>
   <translation>{n} cofnod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>Everything else</source>
   <translation>Popeth arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} new files</source>
   <comment>one</comment>
   <translation>{n} ffeil newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} new files</source>
   <comment>two</comment>
   <translation>{n} ffeil newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} new files</source>
   <comment>few</comment>
   <translation>{n} ffeil newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} new files</source>
   <comment>many</comment>
   <translation>{n} ffeil newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} new files</source>
   <comment>zero</comment>
   <translation>{n} ffeil newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import.py" />
   <source>{n} new files</source>
   <comment>other</comment>
   <translation>{n} ffeil newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>{name} will be covered everywhere after {day}, and posts that show them go back.</source>
   <translation>Caiff {name} ei orchuddio ym mhobman ar ôl {day}, ac mae postiadau sy’n ei ddangos yn mynd yn ôl.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>{kinds}, {rows} lines, {when}, {applied_by}</source>
   <translation>{kinds}, {rows} llinell, {when}, {applied_by}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Noes taken at once</source>
   <translation>Pob na a gymerwyd ar unwaith</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Line {line}</source>
   <translation>Llinell {line}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>as of {day}</source>
   <translation>ar {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>never read</source>
   <translation>heb ei darllen erioed</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Lines to read</source>
   <translation>Llinellau i’w darllen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>For example: asked her mother, recorded a no for Facebook</source>
   <translation>Er enghraifft: gofynnwyd i’w mam, cofnodwyd na ar gyfer Facebook</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Show the child</source>
   <translation>Dangos y plentyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>It is settled</source>
   <translation>Mae wedi’i setlo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Pupils missing from the last list</source>
   <translation>Disgyblion sydd ar goll o’r rhestr ddiwethaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Last day at school</source>
   <translation>Diwrnod olaf yn yr ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Is still here</source>
   <translation>Yn dal yma</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Take it back</source>
   <translation>Ei gymryd yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <location filename="../../app/ui/words.py" />
   <source>taken back</source>
   <translation>tynnwyd yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>New files</source>
   <translation>Ffeiliau newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Look for it no more</source>
   <translation>Peidio â chwilio amdani mwyach</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>chosen by hand</source>
   <translation>dewiswyd â llaw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Somebody must read these</source>
   <translation>Rhaid i rywun ddarllen y rhain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>What you made of it</source>
   <translation>Beth wnaethoch chi ohono</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Missing from the last pupil list</source>
   <translation>Ar goll o’r rhestr disgyblion ddiwethaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Choose a line to see all of it.</source>
   <translation>Dewiswch linell i weld y cyfan.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>They have left</source>
   <translation>Maent wedi gadael</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>What was taken over</source>
   <translation>Beth a gymerwyd drosodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Everything {file_name} brought is taken back. Whoever it hid stays hidden until each yes is confirmed again.</source>
   <translation>Caiff popeth a ddaeth gyda {file_name} ei gymryd yn ôl. Mae pwy bynnag a guddiodd yn aros yn gudd nes i bob ie gael ei gadarnhau eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>{file_name} was taken back: {to_words}.</source>
   <translation>Cymerwyd {file_name} yn ôl: {to_words}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>A list</source>
   <translation>Rhestr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Look for new files</source>
   <translation>Chwilio am ffeiliau newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_import_later.py" />
   <source>Show what would change</source>
   <translation>Dangos beth fyddai’n newid</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <source>Any class</source>
   <translation>Pob dosbarth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Search names</source>
   <translation>Chwilio enwau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <source>All kinds</source>
   <translation>Pob math</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <source>Here now</source>
   <translation>Yma nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <source>Show everybody</source>
   <translation>Dangos pawb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <source> · has left</source>
   <translation> · wedi gadael</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <source>Type a name or a number</source>
   <translation>Teipiwch enw neu rif</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <source>Who is shown</source>
   <translation>Pwy a ddangosir</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <source>On hold</source>
   <translation>Wedi’u dal</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <source>Reading the register …</source>
   <translation>Yn darllen y gofrestr …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/register_list.py" />
   <source>Type at least three letters.</source>
   <translation>Teipiwch o leiaf dair llythyren.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/report.py" />
   <source>Report</source>
   <translation>Adroddiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/report.py" />
   <source>Numbers without names, for the Headteacher and the governors; what is overdue is of this moment.</source>
   <translation>Rhifau heb enwau, ar gyfer y Pennaeth a’r llywodraethwyr; fel y mae’r funud hon y mae’r hyn sy’n hwyr.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/report.py" />
   <source>Say from when.</source>
   <translation>Dywedwch o ba bryd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/report.py" />
   <source>Say until when.</source>
   <translation>Dywedwch hyd ba bryd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/report.py" />
   <source>Save it as PDF</source>
   <translation>Ei gadw fel PDF</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/report.py" />
   <source>What happened in these days</source>
   <translation>Beth ddigwyddodd yn y dyddiau hyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/report.py" />
   <source>Making the report</source>
   <translation>Yn gwneud yr adroddiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/report.py" />
   <source>Save the report</source>
   <translation>Cadw’r adroddiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/report.py" />
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/report.py" />
   <source>The report is in {path}.</source>
   <translation>Mae’r adroddiad yn {path}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Asked for</source>
   <translation>Gofynnwyd amdano</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Keeping</source>
   <translation>Cadw data</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Keep this list beside the back-ups: after a restore it says what has to be erased again.</source>
   <translation>Cadwch y rhestr hon wrth y copïau wrth gefn: ar ôl adfer mae’n dweud beth sydd i’w ddileu eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>kept to {day}</source>
   <translation>i’w gadw hyd {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Past its time</source>
   <translation>Dros ei amser</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Nothing is past its time</source>
   <translation>Nid oes dim dros ei amser</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Everything here is kept as long as it should be.</source>
   <translation>Cedwir popeth yma cyhyd ag y dylai.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>What was erased</source>
   <translation>Beth a ddilëwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Nothing was erased yet.</source>
   <translation>Ni ddilëwyd dim eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Back to the schedule</source>
   <translation>Yn ôl i’r amserlen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Freeze</source>
   <translation>Rhewi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>On request: name, or number of a photo</source>
   <translation>Ar gais: enw, neu rif llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Somebody or a photo to be erased on request</source>
   <translation>Rhywun neu lun i’w ddileu ar gais</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>with the photos they are in</source>
   <translation>gyda’r lluniau y maent ynddynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Why, without names</source>
   <translation>Pam, heb enwau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Why it is erased, without names</source>
   <translation>Pam y caiff ei ddileu, heb enwau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Number</source>
   <translation>Nifer</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Number of items, to confirm</source>
   <translation>Nifer yr eitemau, i gadarnhau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Erase for good</source>
   <translation>Dileu am byth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Erase again</source>
   <translation>Dileu eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>How long things are kept</source>
   <translation>Am ba hyd y cedwir pethau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Erasing {items}</source>
   <translation>Yn dileu {items}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>The periods are kept. Nothing is erased before somebody confirms it.</source>
   <translation>Cedwir y cyfnodau. Ni ddilëir dim cyn i rywun ei gadarnhau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>List (*.json)</source>
   <translation>Rhestr (*.json)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>They stay in photo {numbers}, covered. </source>
   <translation>Maent yn aros yn llun {numbers}, wedi’u gorchuddio. </translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Nothing of it is erased until it is let go</source>
   <translation>Ni ddilëir dim ohono nes ei ollwng</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Erased</source>
   <translation>Dilëwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>After a restore: what a saved list names</source>
   <translation>Ar ôl adfer: yr hyn y mae rhestr a gadwyd yn ei enwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>The list is in {path}. It names nobody.</source>
   <translation>Mae’r rhestr yn {path}. Nid yw’n enwi neb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>There is no photo {number}.</source>
   <translation>Nid oes llun {number}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} people have this name.</source>
   <comment>one</comment>
   <translation>Mae’r enw hwn gan {n} person.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} people have this name.</source>
   <comment>two</comment>
   <translation>Mae’r enw hwn gan {n} berson.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} people have this name.</source>
   <comment>few</comment>
   <translation>Mae’r enw hwn gan {n} pherson.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} people have this name.</source>
   <comment>many</comment>
   <translation>Mae’r enw hwn gan {n} pherson.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} people have this name.</source>
   <comment>zero</comment>
   <translation>Mae’r enw hwn gan {n} person.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} people have this name.</source>
   <comment>other</comment>
   <translation>Mae’r enw hwn gan {n} person.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Nobody has this name.</source>
   <translation>Nid oes gan neb yr enw hwn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{said} Type first name and surname.</source>
   <translation>{said} Teipiwch enw cyntaf a chyfenw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source> Let go</source>
   <translation> Gollwng</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source> Freeze</source>
   <translation> Rhewi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Look up</source>
   <translation>Chwilio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} items</source>
   <comment>one</comment>
   <translation>{n} eitem</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} items</source>
   <comment>two</comment>
   <translation>{n} eitem</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} items</source>
   <comment>few</comment>
   <translation>{n} eitem</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} items</source>
   <comment>many</comment>
   <translation>{n} eitem</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} items</source>
   <comment>zero</comment>
   <translation>{n} eitem</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{n} items</source>
   <comment>other</comment>
   <translation>{n} eitem</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Kept all the same · {kept}</source>
   <translation>Cadwyd serch hynny · {kept}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{failed} of {wanted} items are still there.</source>
   <translation>Mae {failed} o {wanted} eitem yno o hyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>{items} erased for good.</source>
   <translation>Dilëwyd {items} am byth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Stopped. What was erased is gone; the rest is as it was.</source>
   <translation>Stopiwyd. Mae’r hyn a ddilëwyd wedi mynd; mae’r gweddill fel yr oedd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/retention.py" />
   <source>Days after {counts_from}</source>
   <translation>Diwrnodau ar ôl: {counts_from}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <source>Tab goes to the next face, F6 to the next part of the page.</source>
   <translation>Mae Tab yn mynd i’r wyneb nesaf, F6 i ran nesaf y dudalen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <source>No photos to review</source>
   <translation>Dim lluniau i’w hadolygu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <source>Import some first.</source>
   <translation>Mewnforiwch rai yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <location filename="../../app/ui/pages/review_classes.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Class list</source>
   <translation>Rhestr ddosbarth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>In the picture</source>
   <translation>Yn y llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <source>{event} · photo {number}</source>
   <translation>{event} · llun {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <source>Who could this be?	Ctrl+M</source>
   <translation>Pwy allai hwn fod?	Ctrl+M</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <source>Suggest names for this event</source>
   <translation>Awgrymu enwau ar gyfer y digwyddiad hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <source>{label} · twice</source>
   <translation>{label} · ddwywaith</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <source>Somebody says no</source>
   <translation>Dywed rhywun na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review.py" />
   <source>Held back from {name}: {reasons}.</source>
   <translation>Daliwyd yn ôl o {name}: {reasons}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{children} below the class list</source>
   <translation>{children} o dan y rhestr ddosbarth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{places} marked: nobody there. What was covered there is shown now.</source>
   <translation>{places} wedi’u marcio: neb yno. Dangosir nawr yr hyn a orchuddiwyd yno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>This looks very much like a face. Press Delete again if it is none.</source>
   <translation>Mae hwn yn edrych yn debyg iawn i wyneb. Pwyswch Delete eto os nad yw’n un.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Some of these look very much like faces. Press Delete again if they are none.</source>
   <translation>Mae rhai o’r rhain yn edrych yn debyg iawn i wynebau. Pwyswch Delete eto os nad ydynt.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Choose a face first.</source>
   <translation>Dewiswch wyneb yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Every face is answered. Now say of {who} whether they are in the photo (F6).</source>
   <translation>Mae pob wyneb wedi’i ateb. Nawr dywedwch am {who} a ydynt yn y llun (F6).</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Every face is answered. Page Down goes to the next photo.</source>
   <translation>Mae pob wyneb wedi’i ateb. Mae Page Down yn mynd i’r llun nesaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Every face is answered. {n} photos before this one still have faces to name.</source>
   <comment>one</comment>
   <translation>Mae pob wyneb wedi’i ateb. Mae gan {n} llun cyn hwn wynebau i’w henwi o hyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Every face is answered. {n} photos before this one still have faces to name.</source>
   <comment>two</comment>
   <translation>Mae pob wyneb wedi’i ateb. Mae gan {n} lun cyn hwn wynebau i’w henwi o hyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Every face is answered. {n} photos before this one still have faces to name.</source>
   <comment>few</comment>
   <translation>Mae pob wyneb wedi’i ateb. Mae gan {n} llun cyn hwn wynebau i’w henwi o hyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Every face is answered. {n} photos before this one still have faces to name.</source>
   <comment>many</comment>
   <translation>Mae pob wyneb wedi’i ateb. Mae gan {n} llun cyn hwn wynebau i’w henwi o hyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Every face is answered. {n} photos before this one still have faces to name.</source>
   <comment>zero</comment>
   <translation>Mae pob wyneb wedi’i ateb. Mae gan {n} llun cyn hwn wynebau i’w henwi o hyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Every face is answered. {n} photos before this one still have faces to name.</source>
   <comment>other</comment>
   <translation>Mae pob wyneb wedi’i ateb. Mae gan {n} llun cyn hwn wynebau i’w henwi o hyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{name} is on faces {numbers} now, so both are covered.</source>
   <translation>Mae {name} ar wynebau {numbers} nawr, felly gorchuddir y ddau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Choose two faces to exchange their names, or a face whose name is on another, too.</source>
   <translation>Dewiswch ddau wyneb i gyfnewid eu henwau, neu wyneb y mae ei enw ar un arall hefyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>None of these is likely. Press the number of the right one, or Esc.</source>
   <translation>Nid yw’r un o’r rhain yn debygol. Pwyswch rif yr un cywir, neu Esc.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} people are covered. Drag the boxes’ corners where they do not fit.</source>
   <comment>one</comment>
   <translation>Gorchuddiwyd y person cyfan. Llusgwch gorneli’r blwch lle nad yw’n ffitio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} people are covered. Drag the boxes’ corners where they do not fit.</source>
   <comment>two</comment>
   <translation>Gorchuddiwyd {n} berson. Llusgwch gorneli’r blychau lle nad ydynt yn ffitio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} people are covered. Drag the boxes’ corners where they do not fit.</source>
   <comment>few</comment>
   <translation>Gorchuddiwyd {n} pherson. Llusgwch gorneli’r blychau lle nad ydynt yn ffitio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} people are covered. Drag the boxes’ corners where they do not fit.</source>
   <comment>many</comment>
   <translation>Gorchuddiwyd {n} pherson. Llusgwch gorneli’r blychau lle nad ydynt yn ffitio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} people are covered. Drag the boxes’ corners where they do not fit.</source>
   <comment>zero</comment>
   <translation>Gorchuddiwyd {n} person. Llusgwch gorneli’r blychau lle nad ydynt yn ffitio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} people are covered. Drag the boxes’ corners where they do not fit.</source>
   <comment>other</comment>
   <translation>Gorchuddiwyd {n} person. Llusgwch gorneli’r blychau lle nad ydynt yn ffitio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} children</source>
   <comment>one</comment>
   <translation>{n} plentyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} children</source>
   <comment>two</comment>
   <translation>{n} blentyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} children</source>
   <comment>few</comment>
   <translation>{n} phlentyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} children</source>
   <comment>many</comment>
   <translation>{n} phlentyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} children</source>
   <comment>zero</comment>
   <translation>{n} plentyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} children</source>
   <comment>other</comment>
   <translation>{n} plentyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Every face is answered. Now choose the class above the names: then those of it who may not be shown are asked about.</source>
   <translation>Mae pob wyneb wedi’i ateb. Nawr dewiswch y dosbarth uwchben yr enwau: yna gofynnir am y rhai ohono na chânt eu dangos.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Every face in the photos of {event} is answered.</source>
   <translation>Mae pob wyneb yn lluniau {event} wedi’i ateb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>It is face {here}</source>
   <translation>Wyneb {here} ydyw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Take the last step back</source>
   <translation>Cymryd y cam olaf yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} places</source>
   <comment>one</comment>
   <translation>{n} lle</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} places</source>
   <comment>two</comment>
   <translation>{n} le</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} places</source>
   <comment>few</comment>
   <translation>{n} lle</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} places</source>
   <comment>many</comment>
   <translation>{n} lle</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} places</source>
   <comment>zero</comment>
   <translation>{n} lle</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>{n} places</source>
   <comment>other</comment>
   <translation>{n} lle</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Go there</source>
   <translation>Mynd yno</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Write a post with them</source>
   <translation>Ysgrifennu postiad â nhw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Nothing more to take back on this photo.</source>
   <translation>Dim mwy i’w gymryd yn ôl ar y llun hwn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_acts.py" />
   <source>Nothing more to do again on this photo.</source>
   <translation>Dim mwy i’w wneud eto ar y llun hwn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>May not be shown: in the picture?</source>
   <translation>Ni cheir eu dangos: yn y llun?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Not here</source>
   <translation>Ddim yma</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Here</source>
   <translation>Yma</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>in the picture?</source>
   <translation>yn y llun?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Not here: not in the picture</source>
   <translation>Ddim yma: nid yn y llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Not in the picture (Enter in this list)</source>
   <translation>Nid yn y llun (Enter yn y rhestr hon)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Here: in the picture</source>
   <translation>Yma: yn y llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>In the picture: then point to the face and name it</source>
   <translation>Yn y llun: yna pwyntiwch at yr wyneb a’i enwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Not for {platform} · {unanswered} to answer</source>
   <translation>Nid ar {platform} · {unanswered} i’w hateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Not for {platform} · all answered</source>
   <translation>Nid ar {platform} · pob un wedi’i ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>not in the picture</source>
   <translation>nid yn y llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>in the picture: name the face</source>
   <translation>yn y llun: enwch yr wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Everybody else</source>
   <translation>Pawb arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>Named in this photo</source>
   <translation>Enwyd yn y llun hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_classes.py" />
   <source>named</source>
   <translation>enwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Compare the chosen faces with the children whose consent to it is there (? or Ctrl+M)</source>
   <translation>Cymharu’r wynebau a ddewiswyd â’r plant y mae cydsyniad ar gyfer hynny yno (? neu Ctrl+M)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <location filename="../../app/ui/words.py" />
   <source>Not a face</source>
   <translation>Nid wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Nobody</source>
   <translation>Neb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Harmless words</source>
   <translation>Geiriau diniwed</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <location filename="../../app/ui/words.py" />
   <source>Not a logo</source>
   <translation>Nid logo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Take away</source>
   <translation>Tynnu i ffwrdd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Cover somebody from head to foot (W, Alt+W)</source>
   <translation>Gorchuddio rhywun o’i ben i’w draed (W, Alt+W)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Maybe a person · {maybe}</source>
   <translation>Person efallai · {maybe}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Perhaps somebody seen from behind or from the side. Covered until you say. P: a person. Delete: nobody.</source>
   <translation>Rhywun o’r tu ôl neu o’r ochr, efallai. Wedi’i orchuddio nes i chi ddweud. P: person. Delete: neb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>nothing was decided yet</source>
   <translation>ni phenderfynwyd dim eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>covered until named</source>
   <translation>wedi’i orchuddio nes ei enwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Faces and words in the picture</source>
   <translation>Wynebau a geiriau yn y llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>By place</source>
   <translation>Yn ôl lle</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>A person</source>
   <translation>Person</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Stranger</source>
   <translation>Dieithryn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Cover</source>
   <translation>Cuddio</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Whole body</source>
   <translation>Corff</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Body</source>
   <translation>Corff</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Who could these {number} be?</source>
   <translation>Pwy allai’r {number} hyn fod?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Who could this be?</source>
   <translation>Pwy allai hwn fod?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Exchange their names</source>
   <translation>Cyfnewid eu henwau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>The name is right here, not on {listed}</source>
   <translation>Mae’r enw’n gywir yma, nid ar {listed}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source> All {maybe} are nobody</source>
   <translation> Neb yw’r {maybe} i gyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Choose a face to see why.</source>
   <translation>Dewiswch wyneb i weld pam.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Face {at} of {number}. {why}</source>
   <translation>Wyneb {at} o {number}. {why}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>another uniform?</source>
   <translation>gwisg arall?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>likely {likely}?</source>
   <translation>{likely} yn debygol?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Words and other things</source>
   <translation>Geiriau a phethau eraill</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <location filename="../../app/ui/words.py" />
   <source>to name</source>
   <translation>i’w enwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>List those who look alike together</source>
   <translation>Rhestru’r rhai sy’n edrych yn debyg gyda’i gilydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>A person: to be named like a face (P)</source>
   <translation>Person: i’w enwi fel wyneb (P)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>A visitor or passer-by: stays covered (S, Alt+S)</source>
   <translation>Ymwelydd neu rywun yn mynd heibio: yn aros wedi’i orchuddio (S, Alt+S)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Delete</source>
   <translation>Delete</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Cover whatever the register says (C, Alt+C)</source>
   <translation>Gorchuddio beth bynnag a ddywed y gofrestr (C, Alt+C)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>X, Alt+X</source>
   <translation>X, Alt+X</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>By likeness</source>
   <translation>Yn ôl tebygrwydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>Face {number}</source>
   <translation>Wyneb {number}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source>also on {listed}</source>
   <translation>hefyd ar {listed}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_faces.py" />
   <source> Only here, not on {listed}</source>
   <translation> Yma’n unig, nid ar {listed}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Before and after: the very picture that would go out (V, Alt+V)</source>
   <translation>Cyn ac ar ôl: yr union lun a fyddai’n mynd allan (V, Alt+V)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source> · {maybe} maybe a person</source>
   <translation> · {maybe} efallai</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{named} named</source>
   <translation>{named} â enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{unnamed} to name{more}</source>
   <translation>{unnamed} i’w henwi{more}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{covered} covered</source>
   <translation>{covered} dan orchudd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Photo with faces</source>
   <translation>Llun â wynebau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Previous photo</source>
   <translation>Llun blaenorol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Next photo</source>
   <translation>Llun nesaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Draw a box	B</source>
   <translation>Tynnu blwch	B</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Take the last step back	Ctrl+Z</source>
   <translation>Cymryd y cam olaf yn ôl	Ctrl+Z</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Do it again	Ctrl+Y</source>
   <translation>Ei wneud eto	Ctrl+Y</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Zoom in	+</source>
   <translation>Nesáu	+</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Zoom out	-</source>
   <translation>Pellhau	-</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Whole photo	0</source>
   <translation>Y llun cyfan	0</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Redo</source>
   <translation>Ailwneud</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Draw a box</source>
   <translation>Tynnu blwch</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Look underneath</source>
   <translation>Edrych oddi tano</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>More</source>
   <translation>Rhagor</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{at} of {among}</source>
   <translation>{at} o {among}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{names} twice</source>
   <translation>{names} ddwywaith</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Zoom in</source>
   <translation>Nesáu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Zoom out</source>
   <translation>Pellhau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Whole photo</source>
   <translation>Y llun cyfan</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Take the last step back (Ctrl+Z)</source>
   <translation>Cymryd y cam olaf yn ôl (Ctrl+Z)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Do it again (Ctrl+Y)</source>
   <translation>Ei wneud eto (Ctrl+Y)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Draw a box: B, then drag on the photo, or Enter and move it with Ctrl and Alt and the arrows</source>
   <translation>Tynnu blwch: B, yna llusgwch ar y llun, neu Enter a’i symud â Ctrl ac Alt a’r saethau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Look underneath: hold Space</source>
   <translation>Edrych oddi tano: daliwch y bylchwr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source> Before and after</source>
   <translation> Cyn ac ar ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Zoom in (+)</source>
   <translation>Nesáu (+)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Zoom out (-)</source>
   <translation>Pellhau (-)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>Whole photo (0)</source>
   <translation>Y llun cyfan (0)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{n} names</source>
   <comment>one</comment>
   <translation>{n} enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{n} names</source>
   <comment>two</comment>
   <translation>{n} enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{n} names</source>
   <comment>few</comment>
   <translation>{n} enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{n} names</source>
   <comment>many</comment>
   <translation>{n} enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{n} names</source>
   <comment>zero</comment>
   <translation>{n} enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_picture.py" />
   <source>{n} names</source>
   <comment>other</comment>
   <translation>{n} enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_pictures.py" />
   <source>Making the picture …</source>
   <translation>Yn gwneud y llun …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_roll.py" />
   <source>Others: type three letters</source>
   <translation>Eraill: teipiwch dair llythyren</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Comparing faces is off</source>
   <translation>Mae cymharu wynebau wedi’i ddiffodd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Names suggested for {photos}; nobody is named yet.</source>
   <translation>Awgrymwyd enwau ar gyfer {photos}; nid oes neb wedi’i enwi eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Nobody who may be compared looks like this. The face stays covered until named.</source>
   <translation>Nid oes neb y ceir ei gymharu yn edrych fel hyn. Mae’r wyneb yn aros wedi’i orchuddio nes ei enwi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{names} look alike.</source>
   <translation>Mae {names} yn edrych yn debyg.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source> {photos} could not be compared.</source>
   <translation> Ni ellid cymharu {photos}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Stopped. {words}</source>
   <translation>Stopiwyd. {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>likely</source>
   <translation>tebygol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>possible</source>
   <translation>posibl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>unlikely</source>
   <translation>annhebygol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>A number key takes one, Enter the first when it is likely, Esc none of them.</source>
   <translation>Mae rhif yn dewis un, Enter y cyntaf pan fo’n debygol, Esc dim un ohonynt.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>None of these</source>
   <translation>Dim un o’r rhain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Comparing {faces} …</source>
   <translation>Yn cymharu {faces} …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Only when each of these children may be compared. Press ? again if so.</source>
   <translation>Dim ond pan geir cymharu pob un o’r plant hyn. Pwyswch ? eto os felly.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Compare the unnamed faces of {photos} of {event} with those on its list? Only when nobody else is in shot: no visitor, no child of another class.</source>
   <translation>Cymharu wynebau dienw {photos} o {event} â’r rhai ar ei restr? Dim ond pan nad oes neb arall yn y llun: dim ymwelydd, dim plentyn o ddosbarth arall.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Comparing the faces of {event}</source>
   <translation>Yn cymharu wynebau {event}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{words} · look twice</source>
   <translation>{words} · edrychwch ddwywaith</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>None of these (Esc)</source>
   <translation>Dim un o’r rhain (Esc)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Choose faces that nobody has named yet.</source>
   <translation>Dewiswch wynebau nad oes neb wedi’u henwi eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Compare all {ticked} faces? {only}</source>
   <translation>Cymharu’r {ticked} wyneb i gyd? {only}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Nobody else is in shot</source>
   <translation>Nid oes neb arall yn y llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>{who} and {others} look alike. Look twice; choose {who} again if it is {who}.</source>
   <translation>Mae {who} a {others} yn edrych yn debyg. Edrychwch ddwywaith; dewiswch {who} eto os {who} ydyw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/review_suggestions.py" />
   <source>Each of them may be</source>
   <translation>Ceir cymharu pob un ohonynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Rules</source>
   <translation>Rheolau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>Save the rules</source>
   <translation>Cadw’r rheolau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>HEAD, or a title such as CEO</source>
   <translation>HEAD, neu deitl megis CEO</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>With commas between them</source>
   <translation>Gyda choma rhyngddynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>From {age}</source>
   <translation>O {age} oed</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>The school’s own rules</source>
   <translation>Rheolau’r ysgol ei hun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>They hold at once, on every PC.</source>
   <translation>Maent yn dal ar unwaith, ar bob cyfrifiadur.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>Training that each role needs</source>
   <translation>Yr hyfforddiant sydd ei angen ar bob rôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>Topics with commas between them; empty where none is needed.</source>
   <translation>Pynciau gyda choma rhyngddynt; gwag lle nad oes angen dim.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>{n} rules are settled. They hold from now on.</source>
   <comment>one</comment>
   <translation>Setlwyd {n} rheol. Mae’n dal o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>{n} rules are settled. They hold from now on.</source>
   <comment>two</comment>
   <translation>Setlwyd {n} reol. Maent yn dal o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>{n} rules are settled. They hold from now on.</source>
   <comment>few</comment>
   <translation>Setlwyd {n} rheol. Maent yn dal o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>{n} rules are settled. They hold from now on.</source>
   <comment>many</comment>
   <translation>Setlwyd {n} rheol. Maent yn dal o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>{n} rules are settled. They hold from now on.</source>
   <comment>zero</comment>
   <translation>Setlwyd {n} rheol. Maent yn dal o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>{n} rules are settled. They hold from now on.</source>
   <comment>other</comment>
   <translation>Setlwyd {n} rheol. Maent yn dal o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>Never: parents answer</source>
   <translation>Byth: rhieni sy’n ateb</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>It has to be {wanted}.</source>
   <translation>Rhaid iddo fod yn {wanted}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/rules.py" />
   <source>Nothing was changed.</source>
   <translation>Ni newidiwyd dim.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>A parent, or the child, says no</source>
   <translation>Mae rhiant, neu’r plentyn, yn dweud na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{name} will be covered on every platform from now on. Posts that are not out yet go back; for pictures that are online a take-down is raised. Who says no?</source>
   <translation>Caiff {name} ei orchuddio ar bob platfform o hyn ymlaen. Mae postiadau nad ydynt allan eto yn mynd yn ôl; ar gyfer lluniau sydd ar-lein gofynnir am eu tynnu i lawr. Pwy sy’n dweud na?</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>Recorded: {name} is not shown any more.</source>
   <translation>Cofnodwyd: ni ddangosir {name} mwyach.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>The data manager is asked to confirm it.</source>
   <translation>Gofynnir i’r rheolwr data ei gadarnhau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} prepared posts go back to their authors.</source>
   <comment>one</comment>
   <translation>Mae {n} postiad a baratowyd yn mynd yn ôl at ei awdur.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} prepared posts go back to their authors.</source>
   <comment>two</comment>
   <translation>Mae {n} bostiad a baratowyd yn mynd yn ôl at eu hawduron.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} prepared posts go back to their authors.</source>
   <comment>few</comment>
   <translation>Mae {n} phostiad a baratowyd yn mynd yn ôl at eu hawduron.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} prepared posts go back to their authors.</source>
   <comment>many</comment>
   <translation>Mae {n} phostiad a baratowyd yn mynd yn ôl at eu hawduron.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} prepared posts go back to their authors.</source>
   <comment>zero</comment>
   <translation>Mae {n} postiad a baratowyd yn mynd yn ôl at eu hawduron.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} prepared posts go back to their authors.</source>
   <comment>other</comment>
   <translation>Mae {n} postiad a baratowyd yn mynd yn ôl at eu hawduron.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} posts have to be taken down; the Deputy Head is told.</source>
   <comment>one</comment>
   <translation>Rhaid tynnu {n} postiad i lawr; dywedir wrth y Dirprwy Bennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} posts have to be taken down; the Deputy Head is told.</source>
   <comment>two</comment>
   <translation>Rhaid tynnu {n} bostiad i lawr; dywedir wrth y Dirprwy Bennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} posts have to be taken down; the Deputy Head is told.</source>
   <comment>few</comment>
   <translation>Rhaid tynnu {n} phostiad i lawr; dywedir wrth y Dirprwy Bennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} posts have to be taken down; the Deputy Head is told.</source>
   <comment>many</comment>
   <translation>Rhaid tynnu {n} phostiad i lawr; dywedir wrth y Dirprwy Bennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} posts have to be taken down; the Deputy Head is told.</source>
   <comment>zero</comment>
   <translation>Rhaid tynnu {n} postiad i lawr; dywedir wrth y Dirprwy Bennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>{n} posts have to be taken down; the Deputy Head is told.</source>
   <comment>other</comment>
   <translation>Rhaid tynnu {n} postiad i lawr; dywedir wrth y Dirprwy Bennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>Choose somebody first.</source>
   <translation>Dewiswch rywun yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/says_no.py" />
   <source>They themselves</source>
   <translation>Nhw eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/school.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>School</source>
   <translation>Ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/school.py" />
   <source>View: {title}</source>
   <translation>Golwg: {title}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>Who was asked</source>
   <translation>I bwy y gofynnwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>How the family was asked</source>
   <translation>Sut y gofynnwyd i’r teulu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>Say who was asked.</source>
   <translation>Dywedwch i bwy y gofynnwyd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>For example: telephone call of 4 May, 10:15</source>
   <translation>Er enghraifft: galwad ffôn 4 Mai, 10:15</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>Say how.</source>
   <translation>Dywedwch sut.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>The no is theirs</source>
   <translation>Nhw biau’r na</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>It was a misunderstanding</source>
   <translation>Camddealltwriaeth oedd hi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>Somebody said no: {answers} to settle</source>
   <translation>Dywedodd rhywun na: {answers} i’w setlo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>Ask the family whose no this is. Until then everything it covers stays covered.</source>
   <translation>Gofynnwch i’r teulu pwy biau’r na hwn. Tan hynny mae popeth y mae’n ei orchuddio yn aros wedi’i orchuddio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>Add the family’s contacts first, then write down whose no this is. Until then it stands.</source>
   <translation>Ychwanegwch gysylltiadau’r teulu yn gyntaf, yna ysgrifennwch pwy biau’r na hwn. Tan hynny mae’n sefyll.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>What was answered before counts again.</source>
   <translation>Mae’r hyn a atebwyd o’r blaen yn cyfrif eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>From now on it is theirs to change.</source>
   <translation>O hyn ymlaen nhw gaiff ei newid.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/settle_panel.py" />
   <source>{answers} settled. {then}</source>
   <translation>Setlwyd {answers}. {then}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/sift.py" />
   <source>Nothing fits. Type less, or show all.</source>
   <translation>Nid oes dim yn cyfateb. Teipiwch lai, neu ddangos pob un.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/sift.py" />
   <source>Which are shown</source>
   <translation>Pa rai a ddangosir</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/sift.py" />
   <source>Show all</source>
   <translation>Dangos pob un</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/sift.py" />
   <source>Type a title</source>
   <translation>Teipiwch deitl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/sift.py" />
   <source>Search titles</source>
   <translation>Chwilio teitlau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/sift.py" />
   <source>{number} shown</source>
   <translation>{number} i’w gweld</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Training</source>
   <translation>Hyfforddiant</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Training in</source>
   <translation>Hyfforddiant mewn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Done on</source>
   <translation>Gwnaed ar</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Counts until</source>
   <translation>Yn cyfrif hyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>What shows it</source>
   <translation>Beth sy’n ei ddangos</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>{n} trainings</source>
   <comment>one</comment>
   <translation>{n} cwrs hyfforddi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>{n} trainings</source>
   <comment>two</comment>
   <translation>{n} gwrs hyfforddi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>{n} trainings</source>
   <comment>few</comment>
   <translation>{n} chwrs hyfforddi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>{n} trainings</source>
   <comment>many</comment>
   <translation>{n} chwrs hyfforddi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>{n} trainings</source>
   <comment>zero</comment>
   <translation>{n} cwrs hyfforddi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>{n} trainings</source>
   <comment>other</comment>
   <translation>{n} cwrs hyfforddi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Say what the training was about.</source>
   <translation>Dywedwch am beth oedd yr hyfforddiant.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Say on which day it was.</source>
   <translation>Dywedwch ar ba ddiwrnod yr oedd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Empty: for ever</source>
   <translation>Gwag: am byth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>For example: certificate in the staff file</source>
   <translation>Er enghraifft: tystysgrif yn ffeil y staff</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>People and their training</source>
   <translation>Pobl a’u hyfforddiant</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Choose somebody on the left.</source>
   <translation>Dewiswch rywun ar y chwith.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Record the training</source>
   <translation>Cofnodi’r hyfforddiant</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>missing: {missing}</source>
   <translation>ar goll: {missing}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>nothing recorded</source>
   <translation>dim wedi’i gofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Record a training</source>
   <translation>Cofnodi hyfforddiant</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Training is missing for {people}</source>
   <translation>Mae hyfforddiant ar goll i {people}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Nothing is missing</source>
   <translation>Nid oes dim ar goll</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>missing</source>
   <translation>ar goll</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>, counts until {day}</source>
   <translation>, yn cyfrif hyd {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Recorded for {name}: {said}.</source>
   <translation>Cofnodwyd ar gyfer {name}: {said}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>{topic}: done {day}{until}</source>
   <translation>{topic}: gwnaed {day}{until}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/training.py" />
   <source>Nothing recorded, and nothing needed by the school’s rules.</source>
   <translation>Dim wedi’i gofnodi, a dim ei angen yn ôl rheolau’r ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>white</source>
   <translation>gwyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>light grey</source>
   <translation>llwyd golau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>grey</source>
   <translation>llwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>dark grey</source>
   <translation>llwyd tywyll</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>black</source>
   <translation>du</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>navy</source>
   <translation>glas tywyll</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>blue</source>
   <translation>glas</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>light blue</source>
   <translation>glas golau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>turquoise</source>
   <translation>gwyrddlas</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>dark green</source>
   <translation>gwyrdd tywyll</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>green</source>
   <translation>gwyrdd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>light green</source>
   <translation>gwyrdd golau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>yellow</source>
   <translation>melyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>gold</source>
   <translation>aur</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>orange</source>
   <translation>oren</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>red</source>
   <translation>coch</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>dark red</source>
   <translation>coch tywyll</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>pink</source>
   <translation>pinc</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>purple</source>
   <translation>porffor</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>lilac</source>
   <translation>lelog</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>brown</source>
   <translation>brown</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>beige</source>
   <translation>llwydfelyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Uniform</source>
   <translation>Gwisg ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Ours</source>
   <translation>Ein hun ni</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Another school’s</source>
   <translation>Eiddo ysgol arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>For example: Our uniform, Brook Academy</source>
   <translation>Er enghraifft: Ein gwisg, Brook Academy</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Give the uniform a name.</source>
   <translation>Rhowch enw ar y wisg.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Uniforms</source>
   <translation>Gwisgoedd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Add a uniform</source>
   <translation>Ychwanegu gwisg</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>No uniform is registered</source>
   <translation>Nid oes gwisg wedi’i chofrestru</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>With the colours of your uniform, the program can point out somebody who seems to wear another school’s.</source>
   <translation>Gyda lliwiau eich gwisg, gall y rhaglen dynnu sylw at rywun sydd fel petai’n gwisgo un ysgol arall.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Removed: {name}.</source>
   <translation>Tynnwyd: {name}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Pick a colour</source>
   <translation>Dewis lliw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Take from a picture</source>
   <translation>Cymryd o lun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>In the picture; press those of the uniform:</source>
   <translation>Yn y llun; pwyswch rai’r wisg:</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Colour of the uniform</source>
   <translation>Lliw’r wisg</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Picture of the uniform</source>
   <translation>Llun o’r wisg</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Add our uniform</source>
   <translation>Ychwanegu ein gwisg</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>It only warns: clothes never show anybody and never cover anybody. Photos looked through before are judged by it at once.</source>
   <translation>Rhybuddio’n unig y mae: nid yw dillad byth yn dangos neb nac yn gorchuddio neb. Caiff lluniau yr edrychwyd drwyddynt cynt eu barnu ganddi ar unwaith.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Add at least one colour.</source>
   <translation>Ychwanegwch o leiaf un lliw.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Kept: {name}, {colours}.</source>
   <translation>Cadwyd: {name}, {colours}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Colours of jumper, polo shirt and so on</source>
   <translation>Lliwiau siwmper, crys polo ac yn y blaen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>{n} colours</source>
   <comment>one</comment>
   <translation>{n} lliw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>{n} colours</source>
   <comment>two</comment>
   <translation>{n} liw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>{n} colours</source>
   <comment>few</comment>
   <translation>{n} lliw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>{n} colours</source>
   <comment>many</comment>
   <translation>{n} lliw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>{n} colours</source>
   <comment>zero</comment>
   <translation>{n} lliw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>{n} colours</source>
   <comment>other</comment>
   <translation>{n} lliw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>Our uniform</source>
   <translation>Ein gwisg</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/uniforms.py" />
   <source>None yet</source>
   <translation>Dim un eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <location filename="../../app/ui/words.py" />
   <source>Governor</source>
   <translation>Llywodraethwr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Trustee</source>
   <translation>Ymddiriedolwr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Agency staff</source>
   <translation>Staff asiantaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Contractor or consultant</source>
   <translation>Contractwr neu ymgynghorydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Trainee</source>
   <translation>Hyfforddai</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Volunteer</source>
   <translation>Gwirfoddolwr</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>From outside, such as a photographer</source>
   <translation>O’r tu allan, megis ffotograffydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Agency staff, trainees and people from outside need one. They cannot sign in after it.</source>
   <translation>Mae angen un ar staff asiantaeth, hyfforddeion a phobl o’r tu allan. Ni allant fewngofnodi ar ei ôl.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>May say that somebody does not want to be shown, as everybody may.</source>
   <translation>Caiff ddweud nad yw rhywun eisiau cael ei ddangos, fel pawb.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>May {may} and {may2}.</source>
   <translation>Caiff wneud hyn: {may}, {may2}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>May {may}.</source>
   <translation>Caiff wneud hyn: {may}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>{role_words} from</source>
   <translation>{role_words} o</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>from now on</source>
   <translation>o nawr ymlaen</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>{role_words} until</source>
   <translation>{role_words} hyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>without end</source>
   <translation>heb ddiwedd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Role: {role_words}</source>
   <translation>Rôl: {role_words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>no last day</source>
   <translation>dim diwrnod olaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>Close the account</source>
   <translation>Cau’r cyfrif</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Open the account again</source>
   <translation>Agor y cyfrif eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <location filename="../../app/ui/pages/users.py" />
   <source>to</source>
   <translation>hyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Sign-in name</source>
   <translation>Enw mewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Who they are to the school</source>
   <translation>Pwy ydynt i’r ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source>Roles</source>
   <translation>Rolau</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source> Save</source>
   <translation> Cadw</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/user_form.py" />
   <source> Add</source>
   <translation> Ychwanegu</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <location filename="../../app/ui/words.py" />
   <source>Staff</source>
   <translation>Staff</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source> from {day}</source>
   <translation> o {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>Name, sign-in name, role, agency …</source>
   <translation>Enw, enw mewngofnodi, rôl, asiantaeth …</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>Look for somebody</source>
   <translation>Chwilio am rywun</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>People who can sign in</source>
   <translation>Pobl sy’n gallu mewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>no role</source>
   <translation>dim rôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source> · until {day}</source>
   <translation> · hyd {day}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>never here</source>
   <translation>byth wedi bod yma</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>{name} cannot sign in now.</source>
   <translation>Ni all {name} fewngofnodi nawr.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>{name}’s roles are right.</source>
   <translation>Mae rolau {name} yn gywir.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>Password for one sign-in</source>
   <translation>Cyfrinair ar gyfer un mewngofnodiad</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Copy</source>
   <translation>Copïo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>I have passed it on</source>
   <translation>Rwyf wedi’i drosglwyddo</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>{words} Tell them this password; it is shown only now, and they choose their own with it.</source>
   <translation>{words} Dywedwch y cyfrinair hwn wrthynt; dim ond nawr y caiff ei ddangos, ac maent yn dewis eu hun eu hunain ag ef.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>Add somebody (Ctrl+N)</source>
   <translation>Ychwanegu rhywun (Ctrl+N)</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>{shown} of {every}</source>
   <translation>{shown} o {every}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>{name} is changed. Roles taken away no longer work from now on.</source>
   <translation>Newidiwyd {name}. Nid yw rolau a dynnwyd yn gweithio o hyn ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>{name} can sign in now.</source>
   <translation>Gall {name} fewngofnodi nawr.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>The password of {name} will no longer work. They get one for a single sign-in.</source>
   <translation>Ni fydd cyfrinair {name} yn gweithio mwyach. Cânt un ar gyfer un mewngofnodiad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>{name} has a new password for one sign-in.</source>
   <translation>Mae gan {name} gyfrinair newydd ar gyfer un mewngofnodiad.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>{name} can do nothing more here, on any PC, from now on. What they did stays recorded.</source>
   <translation>Ni all {name} wneud dim mwy yma, ar unrhyw gyfrifiadur, o hyn ymlaen. Mae’r hyn a wnaethant yn aros wedi’i gofnodi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>{name} can sign in again.</source>
   <translation>Gall {name} fewngofnodi eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>{people} made {name} {roles}.</source>
   <translation>Rhoddodd {people} y rôl hon i {name}: {roles}.</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>It is right</source>
   <translation>Mae’n gywir</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>Who can sign in</source>
   <translation>Pwy all fewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>no password yet</source>
   <translation>dim cyfrinair eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>Show what they wrote</source>
   <translation>Dangos beth a ysgrifennwyd ganddynt</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>Give a new password</source>
   <translation>Rhoi cyfrinair newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>The set-up</source>
   <translation>Y gosod</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>It is right: {name}</source>
   <translation>Mae’n gywir: {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>Look at {name}</source>
   <translation>Edrych ar {name}</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>ended</source>
   <translation>daeth i ben</translation>
  </message>
  <message>
   <location filename="../../app/ui/pages/users.py" />
   <source>no role now</source>
   <translation>dim rôl nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/plugged.py" />
   <source>Plugged in</source>
   <translation>Wedi’i gysylltu</translation>
  </message>
  <message>
   <location filename="../../app/ui/plugged.py" />
   <source>Bring in photos</source>
   <translation>Dod â lluniau i mewn</translation>
  </message>
  <message>
   <location filename="../../app/ui/plugged.py" />
   <source>A camera or phone</source>
   <translation>Camera neu ffôn</translation>
  </message>
  <message>
   <location filename="../../app/ui/plugged.py" />
   <source>A card or stick</source>
   <translation>Cerdyn neu gofbin</translation>
  </message>
  <message>
   <location filename="../../app/ui/plugged.py" />
   <source>{what} is plugged in: {label}</source>
   <translation>Cysylltwyd {what}: {label}</translation>
  </message>
  <message>
   <location filename="../../app/ui/reads.py" />
   <source>A finished picture is not the one that was checked.</source>
   <translation>Nid llun gorffenedig a wiriwyd yw hwn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/reads.py" />
   <source>Prepare the pictures again.</source>
   <translation>Paratowch y lluniau eto.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Back</source>
   <translation>Yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>The rules you work by</source>
   <translation>Y rheolau y gweithiwch yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>A policy pack says who approves, who publishes and what has to be written down. The strict one is safe for every school; the Headteacher can choose another at any time under School.</source>
   <translation>Mae pecyn polisi’n dweud pwy sy’n cymeradwyo, pwy sy’n cyhoeddi a beth sydd i’w ysgrifennu. Mae’r un llym yn ddiogel i bob ysgol; gall y Pennaeth ddewis un arall unrhyw bryd o dan Ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>The people</source>
   <translation>Y bobl</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Somebody writes, the Headteacher approves, the Deputy Head publishes: three different people. Each gets a password for one sign-in, shown at the end. More people are added under Staff.</source>
   <translation>Mae rhywun yn ysgrifennu, y Pennaeth yn cymeradwyo, y Dirprwy Bennaeth yn cyhoeddi: tri pherson gwahanol. Caiff pob un gyfrinair ar gyfer un mewngofnodiad, a ddangosir ar y diwedd. Ychwanegir mwy o bobl o dan Staff.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Two people have the same name. Write them differently.</source>
   <translation>Mae gan ddau berson yr un enw. Ysgrifennwch nhw’n wahanol.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Where your posts go</source>
   <translation>Ble mae eich postiadau’n mynd</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Only accounts of the school itself, never anybody’s own.</source>
   <translation>Dim ond cyfrifon yr ysgol ei hun, byth rai personol.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>They are the school’s, and the Headteacher agreed</source>
   <translation>Yr ysgol biau nhw, a chytunodd y Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Name the Headteacher on the step before: somebody has to have agreed.</source>
   <translation>Enwch y Pennaeth ar y cam cynt: rhaid bod rhywun wedi cytuno.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Tick that the Headteacher agreed, or choose Later.</source>
   <translation>Ticiwch fod y Pennaeth wedi cytuno, neu dewiswch Yn nes ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>The class list</source>
   <translation>Y rhestr ddosbarth</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>A list of pupils from Arbor, Bromcom, SIMS or a spreadsheet, as CSV or XLSX. The parents’ answers are read afterwards on the Register page, where every line can be looked at first.</source>
   <translation>Rhestr o ddisgyblion o Arbor, Bromcom, SIMS neu daenlen, fel CSV neu XLSX. Caiff atebion y rhieni eu darllen wedyn ar y dudalen Cofrestr, lle gellir edrych ar bob llinell yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Choose</source>
   <translation>Dewis</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Lists (*.csv *.xlsx *.xls *.ods)</source>
   <translation>Rhestrau (*.csv *.xlsx *.xls *.ods)</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>There is no such file.</source>
   <translation>Nid oes ffeil o’r fath.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>A back-up</source>
   <translation>Copi wrth gefn</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>One encrypted file with everything, read back at once. Choose a stick or another PC’s folder: a back-up on the same disk goes with it.</source>
   <translation>Un ffeil wedi’i hamgryptio â phopeth ynddi, a ddarllenir yn ôl ar unwaith. Dewiswch gofbin neu ffolder cyfrifiadur arall: mae copi wrth gefn ar yr un ddisg yn mynd gyda hi.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Folder for back-ups</source>
   <translation>Ffolder ar gyfer copïau wrth gefn</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Passphrase of the back-up</source>
   <translation>Cyfrinymadrodd y copi wrth gefn</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Passphrase of the back-up again</source>
   <translation>Cyfrinymadrodd y copi wrth gefn eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>There is no such folder.</source>
   <translation>Nid oes ffolder o’r fath.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>The passphrase of the back-up needs at least 12 characters.</source>
   <translation>Rhaid i gyfrinymadrodd y copi wrth gefn fod o leiaf 12 nod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>The two passphrases are not the same.</source>
   <translation>Nid yw’r ddau gyfrinymadrodd yr un fath.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Ready</source>
   <translation>Yn barod</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Nothing is written yet. What is left for later waits on Home.</source>
   <translation>Nid oes dim wedi’i ysgrifennu eto. Mae’r hyn a adewir at eto yn aros ar yr Hafan.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Make the workspace</source>
   <translation>Creu’r man gwaith</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>later</source>
   <translation>yn nes ymlaen</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Back-up</source>
   <translation>Copi wrth gefn</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Your workspace is ready</source>
   <translation>Mae eich man gwaith yn barod</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Recovery passphrase and first passwords</source>
   <translation>Cyfrinymadrodd adfer a’r cyfrineiriau cyntaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>I have kept it: sign in</source>
   <translation>Rwyf wedi’i gadw: mewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Recovery passphrase: {recovery}</source>
   <translation>Cyfrinymadrodd adfer: {recovery}</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>It opens the workspace when the passphrase is forgotten.</source>
   <translation>Mae’n agor y man gwaith pan anghofir y cyfrinymadrodd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>The school’s crest</source>
   <translation>Arfbais yr ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>ClearPost can look for your crest, another school’s or a sponsor’s mark in every picture. It learns them from one to five pictures: sign in as the Headteacher and open School, then Marks. Home reminds you.</source>
   <translation>Gall ClearPost chwilio am eich arfbais, nod ysgol arall neu noddwr ym mhob llun. Mae’n eu dysgu o un i bum llun: mewngofnodwch fel y Pennaeth ac agorwch Ysgol, yna Nodau. Mae’r Hafan yn eich atgoffa.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>People are named from the class list, by hand. Suggesting names from faces is biometric processing: it needs a data protection impact assessment, a notice to each parent, a parent’s written yes, and nobody’s no. Until all of that is recorded under School, Rules, nothing that could compare faces is started.</source>
   <translation>Caiff pobl eu henwi o’r rhestr ddosbarth, â llaw. Mae awgrymu enwau o wynebau yn brosesu biometrig: mae angen asesiad effaith diogelu data, hysbysiad i bob rhiant, ie ysgrifenedig gan riant, a dim na gan neb. Nes bod hynny i gyd wedi’i gofnodi o dan Ysgol, Rheolau, ni ddechreuir dim a allai gymharu wynebau.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Leave it for later: Home brings you back</source>
   <translation>Ei adael at eto: mae’r Hafan yn dod â chi’n ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Next</source>
   <translation>Nesaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Choose the class list</source>
   <translation>Dewis y rhestr ddosbarth</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>At least 12 characters.</source>
   <translation>O leiaf 12 nod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Print this page and lock it away: it is shown this once.</source>
   <translation>Argraffwch y dudalen hon a’i chloi’n ddiogel: dim ond y tro hwn y’i dangosir.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>First passwords, each for one sign-in:</source>
   <translation>Cyfrineiriau cyntaf, pob un ar gyfer un mewngofnodiad:</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>  {name}: sign-in name {username}, password {password}</source>
   <translation>  {name}: enw mewngofnodi {username}, cyfrinair {password}</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{pupils} read from the class list.</source>
   <translation>Darllenwyd {pupils} o’r rhestr ddosbarth.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{lines} could not be read: look at the list on the Register page.</source>
   <translation>Ni ellid darllen {lines}: edrychwch ar y rhestr ar y dudalen Cofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Back-up: {back_up}</source>
   <translation>Copi wrth gefn: {back_up}</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>Step {number} of {steps}</source>
   <translation>Cam {number} o {steps}</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} lines</source>
   <comment>one</comment>
   <translation>{n} llinell</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} lines</source>
   <comment>two</comment>
   <translation>{n} linell</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} lines</source>
   <comment>few</comment>
   <translation>{n} llinell</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} lines</source>
   <comment>many</comment>
   <translation>{n} llinell</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} lines</source>
   <comment>zero</comment>
   <translation>{n} llinell</translation>
  </message>
  <message>
   <location filename="../../app/ui/set_up_forms.py" />
   <source>{n} lines</source>
   <comment>other</comment>
   <translation>{n} llinell</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in.py" />
   <source>ClearPost · Sign in</source>
   <translation>ClearPost · Mewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in.py" />
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Sign in</source>
   <translation>Mewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in.py" />
   <source>Photos are still being worked on. Wait until that is done.</source>
   <translation>Mae gwaith ar luniau yn dal i redeg. Arhoswch nes bydd wedi gorffen.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in.py" />
   <source>Everybody here is invented. Sign in as office, data, head or deputy; the password is “{password}”. Its phone is plugged in, with pictures to import.</source>
   <translation>Dyfeisiwyd pawb yma. Mewngofnodwch fel office, data, head neu deputy; y cyfrinair yw “{password}”. Mae ei ffôn wedi’i blygio i mewn, gyda lluniau i’w mewnforio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in.py" />
   <source>The sample school is removed, with everything in its folder.</source>
   <translation>Mae’r ysgol enghreifftiol wedi’i dileu, gyda phopeth yn ei ffolder.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in.py" />
   <source>{recovery} is the recovery passphrase. Print it and lock it away: it is shown this once, and it opens the workspace when the passphrase is forgotten.</source>
   <translation>{recovery} yw’r cyfrinymadrodd adfer. Argraffwch ef a’i gloi’n ddiogel: dim ond y tro hwn y caiff ei ddangos, ac mae’n agor y man gwaith pan fydd y cyfrinymadrodd wedi’i anghofio.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in.py" />
   <source>The back-up was not made.</source>
   <translation>Ni wnaed y copi wrth gefn.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Open your school’s workspace</source>
   <translation>Agor man gwaith eich ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Workspace folder</source>
   <translation>Ffolder y man gwaith</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Workspace passphrase</source>
   <translation>Cyfrinymadrodd y man gwaith</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Remember it in this PC’s keyring</source>
   <translation>Ei gofio yng nghylch allweddi’r cyfrifiadur hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Try it with a sample school</source>
   <translation>Rhoi cynnig arni gydag ysgol enghreifftiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Invented children and drawn pictures, in a folder of its own</source>
   <translation>Plant dychmygol a lluniau wedi’u tynnu â llaw, mewn ffolder ar wahân</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Remove the sample school</source>
   <translation>Dileu’r ysgol enghreifftiol</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Make a new workspace</source>
   <translation>Creu man gwaith newydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>New folder on this PC</source>
   <translation>Ffolder newydd ar y cyfrifiadur hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Passphrase again</source>
   <translation>Y cyfrinymadrodd eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Your name</source>
   <translation>Eich enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Your password</source>
   <translation>Eich cyfrinair</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Make it now</source>
   <translation>Ei greu nawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Privacy notice</source>
   <translation>Hysbysiad preifatrwydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Choose a password of your own</source>
   <translation>Dewis eich cyfrinair eich hun</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Use it and sign in</source>
   <translation>Ei ddefnyddio a mewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Choose the {words}</source>
   <translation>Dewis: {words}</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>This PC remembers it: leave empty</source>
   <translation>Mae’r cyfrifiadur hwn yn ei gofio: gadewch yn wag</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>At least 12 characters, better four words.</source>
   <translation>O leiaf 12 nod; gwell fyth pedwar gair.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>You are the first administrator and add the other people.</source>
   <translation>Chi yw’r gweinyddwr cyntaf, a chi sy’n ychwanegu’r bobl eraill.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>The rest is set up later, from Home</source>
   <translation>Caiff y gweddill ei osod yn nes ymlaen, o’r Hafan</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Rules, people, platforms, class list, back-up</source>
   <translation>Rheolau, pobl, platfformau, rhestr ddosbarth, copi wrth gefn</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Please fill in: {line}</source>
   <translation>Llenwch: {line}</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>The workspace passphrase needs at least {shortest_passphrase} characters.</source>
   <translation>Rhaid i gyfrinymadrodd y man gwaith fod o leiaf {shortest_passphrase} nod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>This folder is not empty. Choose a new one.</source>
   <translation>Nid yw’r ffolder hwn yn wag. Dewiswch un newydd.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Your password needs at least {shortest_password} characters.</source>
   <translation>Rhaid i’ch cyfrinair fod o leiaf {shortest_password} nod.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>The one you were given was for this sign-in only.</source>
   <translation>Ar gyfer y mewngofnodi hwn yn unig yr oedd yr un a gawsoch.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>The two passwords are not the same.</source>
   <translation>Nid yw’r ddau gyfrinair yr un fath.</translation>
  </message>
  <message>
   <location filename="../../app/ui/sign_in_forms.py" />
   <source>Another workspace</source>
   <translation>Man gwaith arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Covered by hand</source>
   <translation>Gorchuddiwyd â llaw</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>may be shown on {platform}</source>
   <translation>cânt eu dangos ar {platform}</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the answer for {platform} is no</source>
   <translation>na yw’r ateb ar gyfer {platform}</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the yes for {platform} was taken back</source>
   <translation>tynnwyd yr ie ar gyfer {platform} yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the yes for {platform} has run out</source>
   <translation>mae’r ie ar gyfer {platform} wedi dod i ben</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>no answer for {platform}</source>
   <translation>dim ateb ar gyfer {platform}</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the yes for {platform} has to be confirmed</source>
   <translation>rhaid cadarnhau’r ie ar gyfer {platform}</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the pupil has to be asked about {platform}</source>
   <translation>rhaid gofyn i’r disgybl am {platform}</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>has left the school</source>
   <translation>wedi gadael yr ysgol</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>asked not to appear in this photo</source>
   <translation>gofynnodd am beidio ag ymddangos yn y llun hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>gave written permission for {platform}</source>
   <translation>rhoddodd ganiatâd ysgrifenedig ar gyfer {platform}</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>no written permission for {platform}</source>
   <translation>dim caniatâd ysgrifenedig ar gyfer {platform}</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>nobody has said who this is</source>
   <translation>nid oes neb wedi dweud pwy yw hwn</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>this may be a person</source>
   <translation>gall hwn fod yn berson</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>not somebody on the register</source>
   <translation>rhywun nad yw ar y gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>not on the register any more</source>
   <translation>nid yw ar y gofrestr bellach</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the same name is on two faces</source>
   <translation>mae’r un enw ar ddau wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>covered by hand</source>
   <translation>gorchuddiwyd â llaw</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>not a face</source>
   <translation>nid wyneb</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the school covers every pupil</source>
   <translation>mae’r ysgol yn gorchuddio pob disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the register has not been brought up to date</source>
   <translation>nid yw’r gofrestr wedi’i diweddaru</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>a pupil’s name without a yes for names</source>
   <translation>enw disgybl heb ie ar gyfer enwau</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the name may be shown on {platform}</source>
   <translation>ceir dangos yr enw ar {platform}</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>personal details</source>
   <translation>manylion personol</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the name on it could not be read</source>
   <translation>ni ellid darllen yr enw arno</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>words without a name</source>
   <translation>geiriau heb enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>a logo with permission for {platform}</source>
   <translation>logo â chaniatâd ar gyfer {platform}</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>a logo without permission</source>
   <translation>logo heb ganiatâd</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>not a logo</source>
   <translation>nid logo</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>the photo has not been looked through completely</source>
   <translation>nid edrychwyd drwy’r llun i gyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Picture</source>
   <translation>Llun</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>First name</source>
   <translation>Enw cyntaf</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Video</source>
   <translation>Fideo</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Work</source>
   <translation>Gwaith</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Taken by our own staff</source>
   <translation>Tynnwyd gan ein staff ein hunain</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Work of a pupil</source>
   <translation>Gwaith disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>By a photographer, with licence</source>
   <translation>Gan ffotograffydd, â thrwydded</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Sent in by a parent</source>
   <translation>Anfonwyd gan riant</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>From the press, with permission</source>
   <translation>O’r wasg, â chaniatâd</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>From a picture library</source>
   <translation>O lyfrgell luniau</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>name</source>
   <translation>enw</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>certificate</source>
   <translation>tystysgrif</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>contact details</source>
   <translation>manylion cyswllt</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>date of birth</source>
   <translation>dyddiad geni</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>pupil number</source>
   <translation>rhif disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>words</source>
   <translation>geiriau</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>shown</source>
   <translation>i’w weld</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>too small to recognise</source>
   <translation>rhy fach i’w adnabod</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>hard to recognise</source>
   <translation>anodd ei adnabod</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>today {local}</source>
   <translation>heddiw {local}</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>not asked</source>
   <translation>heb ofyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>run out</source>
   <translation>daeth i ben</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>to confirm</source>
   <translation>i’w gadarnhau</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>ask the pupil</source>
   <translation>gofyn i’r disgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Parent</source>
   <translation>Rhiant</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Parents</source>
   <translation>Rhieni</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Governors</source>
   <translation>Llywodraethwyr</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Visitor</source>
   <translation>Ymwelydd</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Visitors</source>
   <translation>Ymwelwyr</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Former pupil</source>
   <translation>Cyn-ddisgybl</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Former pupils</source>
   <translation>Cyn-ddisgyblion</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Nothing needs covering</source>
   <translation>Nid oes angen gorchuddio dim</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Covered where needed</source>
   <translation>Wedi’i orchuddio</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Held back</source>
   <translation>Daliwyd yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>being written</source>
   <translation>wrthi’n cael ei ysgrifennu</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>with the Headteacher</source>
   <translation>gyda’r Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>on hold</source>
   <translation>wedi’i oedi</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>returned with a note</source>
   <translation>dychwelwyd gyda nodyn</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>not to be posted</source>
   <translation>ni chaiff ei bostio</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>handed out, address still missing</source>
   <translation>rhoddwyd allan, cyfeiriad ar goll o hyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>online</source>
   <translation>ar-lein</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>taken down</source>
   <translation>tynnwyd i lawr</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>to choose in Pick</source>
   <translation>i’w ddewis yn Dewis</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>kept, not looked through yet</source>
   <translation>cadwyd, heb edrych drwyddo eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>faces to name</source>
   <translation>wynebau i’w henwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>copied, not checked yet</source>
   <translation>copïwyd, heb ei wirio eto</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>copied and checked</source>
   <translation>copïwyd a gwiriwyd</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>copied, checked, removed from the device</source>
   <translation>copïwyd, gwiriwyd, tynnwyd oddi ar y ddyfais</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>copied, still on the device</source>
   <translation>copïwyd, yn dal ar y ddyfais</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>removed by hand</source>
   <translation>dilëwyd â llaw</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>covered</source>
   <translation>cudd</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>held back</source>
   <translation>daliwyd yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Somebody else</source>
   <translation>Rhywun arall</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Not named</source>
   <translation>Heb ei enwi</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Not a person</source>
   <translation>Nid person</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Maybe a person</source>
   <translation>Person efallai</translation>
  </message>
  <message>
   <location filename="../../app/ui/words.py" />
   <source>Logo</source>
   <translation>Logo</translation>
  </message>
 </context>
 <context>
  <name>Below the window</name>
  <message>
   <location filename="../../app/analysis/embedding_worker.py" />
   <source>The part that compares faces is not installed whole.</source>
   <translation>Nid yw’r rhan sy’n cymharu wynebau wedi’i gosod yn gyfan.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/centerface.py" />
   <source>The face finder cannot run on this PC.</source>
   <translation>Ni all y darganfyddwr wynebau redeg ar y cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/centerface.py" />
   <location filename="../../app/analysis/engines/text_networks.py" />
   <source>Ask IT to look at the log of ClearPost.</source>
   <translation>Gofynnwch i’r adran TG edrych ar log ClearPost.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/centerface.py" />
   <source>The face finder failed on a photo.</source>
   <translation>Methodd y darganfyddwr wynebau ar lun.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/centerface.py" />
   <location filename="../../app/analysis/engines/text_networks.py" />
   <source>Try again; if it stays so, ask IT to look at the log.</source>
   <translation>Rhowch gynnig arall arni; os yw’n parhau felly, gofynnwch i’r adran TG edrych ar y log.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/dlib_embedder.py" />
   <location filename="../../app/analysis/engines/face_network.py" />
   <source>The part that compares faces cannot run on this PC.</source>
   <translation>Ni all y rhan sy’n cymharu wynebau redeg ar y cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/dlib_weights.py" />
   <source>The model file of the part that compares faces has another layout.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/analysis/engines/dlib_weights.py" />
   <location filename="../../app/analysis/engines/text_networks.py" />
   <source>Ask IT to install ClearPost again.</source>
   <translation>Gofynnwch i’r adran TG osod ClearPost eto.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/face_network.py" />
   <location filename="../../app/analysis/engines/pack_embedder.py" />
   <source>The part that compares faces failed.</source>
   <translation>Methodd y rhan sy’n cymharu wynebau.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/face_network.py" />
   <location filename="../../app/analysis/engines/mark_detector.py" />
   <location filename="../../app/analysis/engines/pack_embedder.py" />
   <location filename="../../app/workflow/publish.py" />
   <location filename="../../consent_db/failures.py" />
   <source>Try again.</source>
   <translation>Rhowch gynnig arall arni.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/mark_detector.py" />
   <source>The finder of school marks cannot run on this PC.</source>
   <translation>Ni all darganfyddwr nodau’r ysgol redeg ar y cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/mark_detector.py" />
   <source>The finder of school marks failed.</source>
   <translation>Methodd darganfyddwr nodau’r ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/models.py" />
   <source>{a} has lost its model file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/analysis/engines/models.py" />
   <source>{a} is not installed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/analysis/engines/pack_embedder.py" />
   <source>The face network “{a}” does not turn a face of 112 by 112 pixels into a vector.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/analysis/engines/pack_embedder.py" />
   <source>Ask whoever provided the network for a whole pack, or remove its folder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/analysis/engines/text_networks.py" />
   <source>The model file of the text reader has no list of letters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/analysis/engines/text_networks.py" />
   <source>The text reader cannot run on this PC.</source>
   <translation>Ni all y darllenydd testun redeg ar y cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/text_networks.py" />
   <source>The text reader failed on a photo.</source>
   <translation>Methodd y darllenydd testun ar lun.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/text_reader.py" />
   <source>Not everything written in this photo could be read in time: {a} lines are left.</source>
   <translation>Ni ellid darllen popeth a ysgrifennwyd yn y llun hwn mewn pryd. Llinellau ar ôl: {a}.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/engines/text_reader.py" />
   <source>Try again when the PC is less busy; if it stays so, leave the photo out.</source>
   <translation>Rhowch gynnig arall arni pan fydd y cyfrifiadur yn llai prysur; os yw’n parhau felly, hepgorwch y llun.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/looking.py" />
   <source>The face finder is not installed whole.</source>
   <translation>Nid yw’r darganfyddwr wynebau wedi’i osod yn gyfan.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/looking.py" />
   <source>The text reader is not installed whole.</source>
   <translation>Nid yw’r darllenydd testun wedi’i osod yn gyfan.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/marks/cutouts.py" />
   <source>A picture of the mark is only {a} pixels small.</source>
   <translation>Dim ond {a} picsel yw un o luniau’r nod.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/marks/cutouts.py" />
   <source>Give one that is at least {a} pixels wide and high, better 100.</source>
   <translation>Rhowch un sydd o leiaf {a} picsel o led ac o uchder, 100 os oes modd.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/marks/cutouts.py" />
   <source>A picture given as a mark shows nothing but an even colour.</source>
   <translation>Nid yw llun a roddwyd fel nod yn dangos dim ond un lliw gwastad.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/marks/cutouts.py" />
   <source>Give a picture that the crest nearly fills.</source>
   <translation>Rhowch lun y mae’r arfbais bron yn ei lenwi.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/marks/model.py" />
   <source>What was learned of a school mark cannot be read.</source>
   <translation>Ni ellir darllen yr hyn a ddysgwyd am un o nodau’r ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/marks/model.py" />
   <source>Teach the mark again, or remove it.</source>
   <translation>Dysgwch y nod eto, neu dilëwch ef.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/marks/worker.py" />
   <source>Learning the mark took too long.</source>
   <translation>Cymerodd dysgu’r nod ormod o amser.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/marks/worker.py" />
   <source>Close other programs and try again.</source>
   <translation>Caewch raglenni eraill a rhowch gynnig arall arni.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/marks/worker.py" />
   <source>Learning the mark failed half-way.</source>
   <translation>Methodd dysgu’r nod hanner ffordd.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/marks/worker.py" />
   <source>Try again, or give other pictures.</source>
   <translation>Rhowch gynnig arall arni, neu rhowch luniau eraill.</translation>
  </message>
  <message>
   <location filename="../../app/analysis/matching/thresholds.py" />
   <source>The measured thresholds of the part that compares faces cannot be used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/analysis/matching/thresholds.py" />
   <source>Ask IT to install ClearPost again; faces are named by hand meanwhile.</source>
   <translation>Gofynnwch i’r adran TG osod ClearPost eto; enwir wynebau â llaw yn y cyfamser.</translation>
  </message>
  <message>
   <location filename="../../app/approval/rules.py" />
   <source>{a} may not approve a post.</source>
   <translation>Ni chaiff {a} gymeradwyo postiad.</translation>
  </message>
  <message>
   <location filename="../../app/approval/rules.py" />
   <location filename="../../app/domain/people.py" />
   <location filename="../../app/workflow/monitoring.py" />
   <location filename="../../app/workflow/platforms.py" />
   <location filename="../../app/workflow/users.py" />
   <source>Ask {a}.</source>
   <translation>Gofynnwch i {a}.</translation>
  </message>
  <message>
   <location filename="../../app/approval/rules.py" />
   <source>{a} wrote this post and may not approve it too.</source>
   <translation>{a} a ysgrifennodd y postiad hwn, ac ni chaiff ei gymeradwyo hefyd.</translation>
  </message>
  <message>
   <location filename="../../app/approval/rules.py" />
   <source>Somebody else has to write it or to approve it.</source>
   <translation>Rhaid i rywun arall ei ysgrifennu neu ei gymeradwyo.</translation>
  </message>
  <message>
   <location filename="../../app/approval/rules.py" />
   <source>This post does not wait for approval.</source>
   <translation>Nid yw’r postiad hwn yn aros i’w gymeradwyo.</translation>
  </message>
  <message>
   <location filename="../../app/approval/rules.py" />
   <source>{a} may not publish a post.</source>
   <translation>Ni chaiff {a} gyhoeddi postiad.</translation>
  </message>
  <message>
   <location filename="../../app/approval/rules.py" />
   <source>{a} approved this post and may not publish it too.</source>
   <translation>{a} a gymeradwyodd y postiad hwn, ac ni chaiff ei gyhoeddi hefyd.</translation>
  </message>
  <message>
   <location filename="../../app/approval/rules.py" />
   <source>{a} wrote this post and may not publish it too.</source>
   <translation>{a} a ysgrifennodd y postiad hwn, ac ni chaiff ei gyhoeddi hefyd.</translation>
  </message>
  <message>
   <location filename="../../app/approval/rules.py" />
   <source>Somebody else has to write it or to publish it.</source>
   <translation>Rhaid i rywun arall ei ysgrifennu neu ei gyhoeddi.</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap.py" />
   <location filename="../../app/workflow/joining.py" />
   <location filename="../../app/workflow/restore.py" />
   <source>The folder {a} is not empty.</source>
   <translation>Nid yw’r ffolder {a} yn wag.</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap.py" />
   <location filename="../../app/workflow/joining.py" />
   <source>Choose a new folder for the workspace.</source>
   <translation>Dewiswch ffolder newydd ar gyfer y man gwaith.</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap.py" />
   <source>On this PC the workspace opens with its passphrase only.</source>
   <translation>Ar y cyfrifiadur hwn dim ond â’i gyfrinymadrodd y mae’r man gwaith yn agor.</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap.py" />
   <source>Type the passphrase. IT has settled that this PC does not remember it.</source>
   <translation>Teipiwch y cyfrinymadrodd. Mae’r adran TG wedi setlo nad yw’r cyfrifiadur hwn yn ei gofio.</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap.py" />
   <source>The register of this workspace is not there.</source>
   <translation>Nid yw cofrestr y man gwaith hwn yno.</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap.py" />
   <location filename="../../app/storage/card.py" />
   <source>Restore it from a back-up.</source>
   <translation>Adferwch hi o gopi wrth gefn.</translation>
  </message>
  <message>
   <location filename="../../app/bootstrap.py" />
   <source>The folder {a} cannot be made: {b}.</source>
   <translation>Ni ellir gwneud y ffolder {a}: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>may be shown on {platform}</source>
   <translation>ceir ei ddangos ar {platform}</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>no for {platform}</source>
   <translation>na ar gyfer {platform}</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>the yes for {platform} has run out</source>
   <translation>mae’r ie ar gyfer {platform} wedi dod i ben</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>no answer for {platform}</source>
   <translation>dim ateb ar gyfer {platform}</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>the yes for {platform} still has to be confirmed</source>
   <translation>rhaid cadarnhau’r ie ar gyfer {platform} o hyd</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>is old enough to be asked about {platform} and was not yet</source>
   <translation>yn ddigon hen i’w holi am {platform}, ond heb ei holi eto</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>has left the school</source>
   <translation>wedi gadael yr ysgol</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>asked not to appear in this photo</source>
   <translation>gofynnodd am beidio ag ymddangos yn y llun hwn</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>gave permission for {platform}</source>
   <translation>rhoddodd ganiatâd ar gyfer {platform}</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>no written permission for {platform}</source>
   <translation>dim caniatâd ysgrifenedig ar gyfer {platform}</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>not in the register any more</source>
   <translation>nid yw ar y gofrestr bellach</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>named on two faces in this photo, so one of them is wrong</source>
   <translation>enwyd ar ddau wyneb yn y llun hwn, felly mae un ohonynt yn anghywir</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>covered by hand</source>
   <translation>gorchuddiwyd â llaw</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>every pupil is covered by the school's policy</source>
   <translation>gorchuddir pob disgybl yn ôl polisi’r ysgol</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>the consents are too old to rely on</source>
   <translation>mae’r cydsyniadau’n rhy hen i ddibynnu arnynt</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>the name may not be shown on {platform}</source>
   <translation>ni cheir dangos yr enw ar {platform}</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>the first name may be shown on {platform}</source>
   <translation>ceir dangos yr enw cyntaf ar {platform}</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>the surname may not be shown</source>
   <translation>ni cheir dangos y cyfenw</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Not named yet, so covered.</source>
   <translation>Heb ei enwi eto, felly gorchuddiwyd.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Perhaps a person, so covered.</source>
   <translation>Person efallai, felly gorchuddiwyd.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Somebody we do not know, so covered.</source>
   <translation>Rhywun nad ydym yn ei adnabod, felly gorchuddiwyd.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Covered by hand.</source>
   <translation>Gorchuddiwyd â llaw.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Somebody looked: this is not a face.</source>
   <translation>Edrychodd rhywun: nid wyneb yw hwn.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>The consents are too old to rely on, so covered.</source>
   <translation>Mae’r cydsyniadau’n rhy hen i ddibynnu arnynt, felly gorchuddiwyd.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>A name that may not be shown.</source>
   <translation>Enw na cheir ei ddangos.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Personal details never go out.</source>
   <translation>Nid yw manylion personol byth yn mynd allan.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>A certificate goes out blank.</source>
   <translation>Mae tystysgrif yn mynd allan yn wag.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Says nothing about anybody.</source>
   <translation>Nid yw’n dweud dim am neb.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>A crest or brand with written permission for {platform}.</source>
   <translation>Arfbais neu frand â chaniatâd ysgrifenedig ar gyfer {platform}.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>A crest or brand without written permission for {platform}.</source>
   <translation>Arfbais neu frand heb ganiatâd ysgrifenedig ar gyfer {platform}.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Somebody looked: this is no crest and no brand.</source>
   <translation>Edrychodd rhywun: nid arfbais na brand yw hwn.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>The photo was not looked at completely yet.</source>
   <translation>Nid edrychwyd ar y llun i gyd eto.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Somebody asked not to appear in this photo.</source>
   <translation>Gofynnodd rhywun am beidio ag ymddangos yn y llun hwn.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Somebody in it may not be shown on {platform}.</source>
   <translation>Mae rhywun ynddo na cheir ei ddangos ar {platform}.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>May go out on {a}; {b}, {c} {d} shown.</source>
   <translation>Caiff fynd allan ar {a}; {b}, dangosir {c} {d}.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>{a} (recorded {b}).</source>
   <translation>{a} (cofnodwyd {b}).</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Held back from {a}. {b}</source>
   <translation>Daliwyd yn ôl o {a}. {b}</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>May go out on {a} as it is.</source>
   <translation>Caiff fynd allan ar {a} fel y mae.</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>1 place is covered</source>
   <translation>gorchuddir 1 lle</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>{a} places are covered</source>
   <translation>gorchuddir {a} lle</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>face is</source>
   <translation>wyneb</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>faces are</source>
   <translation>wyneb</translation>
  </message>
  <message>
   <location filename="../../app/decision/words.py" />
   <source>Not known, so covered.</source>
   <translation>Anhysbys, felly gorchuddiwyd.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>{a} is not an ordinary file.</source>
   <translation>Nid ffeil gyffredin yw {a}.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <location filename="../../app/workflow/record_slices.py" />
   <source>The folder {a} is not there.</source>
   <translation>Nid yw’r ffolder {a} yno.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>Plug the device in again, or choose another folder.</source>
   <translation>Cysylltwch y ddyfais eto, neu dewiswch ffolder arall.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <location filename="../../app/devices/gphoto_device.py" />
   <source>The device answers with an error for {a} ({b}).</source>
   <translation>Mae’r ddyfais yn rhoi gwall ar gyfer {a} ({b}).</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>Take the device out, put it in again and repeat the import.</source>
   <translation>Tynnwch y ddyfais allan, rhowch hi i mewn eto ac ailadrodd y mewnforio.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>{a} is only in the cloud and not on this PC.</source>
   <translation>Dim ond yn y cwmwl y mae {a}, nid ar y cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>Choose “Always keep on this device” for it, wait, and import again.</source>
   <translation>Dewiswch “Cadw ar y ddyfais hon bob amser” ar ei gyfer, arhoswch, a mewnforiwch eto.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>{a} is too large to be taken as a photo (over {b} MB).</source>
   <translation>Mae {a} yn rhy fawr i’w gymryd fel llun (dros {b} MB).</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>It stays where it is. Make a smaller copy of the photo and import that.</source>
   <translation>Mae’n aros lle y mae. Gwnewch gopi llai o’r llun a mewnforiwch hwnnw.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>{a} was not removed: the folder is {b}.</source>
   <translation>Ni ddilëwyd {a}: y ffolder yw {b}.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>{a} is not a file of this device.</source>
   <translation>Nid ffeil o’r ddyfais hon yw {a}.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <location filename="../../app/devices/gphoto_device.py" />
   <location filename="../../app/devices/wpd_device.py" />
   <source>{a} is not on the device any more.</source>
   <translation>Nid yw {a} ar y ddyfais bellach.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>{a} could not be removed: the device is write-protected.</source>
   <translation>Ni ellid dileu {a}: mae’r ddyfais wedi’i diogelu rhag ysgrifennu.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>Slide the lock of the card back, or delete the photo on the device itself.</source>
   <translation>Llithrwch glo’r cerdyn yn ôl, neu dilëwch y llun ar y ddyfais ei hun.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>The device does not allow reading or removing {a}.</source>
   <translation>Nid yw’r ddyfais yn caniatáu darllen na dileu {a}.</translation>
  </message>
  <message>
   <location filename="../../app/devices/folder_device.py" />
   <source>The file may be protected on the camera, or belong to somebody else.</source>
   <translation>Efallai fod y ffeil wedi’i diogelu ar y camera, neu’n perthyn i rywun arall.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <location filename="../../app/devices/wpd_device.py" />
   <source>Unlock it, take the cable out, put it in again and repeat the import.</source>
   <translation>Datglowch hi, tynnwch y cebl allan, rhowch ef i mewn eto ac ailadrodd y mewnforio.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <location filename="../../app/devices/wpd_device.py" />
   <source>{a} does not answer any more.</source>
   <translation>Nid yw {a} yn ateb mwyach.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>Plug the device in again, switch it on and unlock it; then repeat the import.</source>
   <translation>Cysylltwch y ddyfais eto, trowch hi ymlaen a’i datgloi; yna ailadroddwch y mewnforio.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>The camera stopped in the middle of {a}.</source>
   <translation>Stopiodd y camera yng nghanol {a}.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>Take the cable out, put it in again and repeat the import.</source>
   <translation>Tynnwch y cebl allan, rhowch ef i mewn eto ac ailadrodd y mewnforio.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>{a} is a long film, and this camera hands films over only whole.</source>
   <translation>Ffilm hir yw {a}, a dim ond yn gyfan y mae’r camera hwn yn trosglwyddo ffilmiau.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>Put the card into a card reader and import the film from there.</source>
   <translation>Rhowch y cerdyn mewn darllenydd cardiau a mewnforiwch y ffilm oddi yno.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <location filename="../../app/devices/wpd_device.py" />
   <source>{a} shows no photos.</source>
   <translation>Nid yw {a} yn dangos unrhyw luniau.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <location filename="../../app/devices/wpd_device.py" />
   <source>Unlock it and allow this computer (“Trust”, or “File transfer”); then try again.</source>
   <translation>Datglowch hi a chaniatáu’r cyfrifiadur hwn (“Ymddiried”, neu “Trosglwyddo ffeiliau”); yna rhowch gynnig arall arni.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>The device does not let a computer delete {a}.</source>
   <translation>Nid yw’r ddyfais yn gadael i gyfrifiadur ddileu {a}.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>Delete the photo on the device itself, then press “List again”.</source>
   <translation>Dilëwch y llun ar y ddyfais ei hun, yna pwyswch “Rhestru eto”.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>{a} is used by another program.</source>
   <translation>Mae rhaglen arall yn defnyddio {a}.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>Close the program that opened when it was plugged in (or eject it there), then try again.</source>
   <translation>Caewch y rhaglen a agorodd pan gysylltwyd hi (neu ei bwrw allan yno), yna rhowch gynnig arall arni.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>Cameras and phones on a cable cannot be read on this PC.</source>
   <translation>Ni ellir darllen camerâu a ffonau ar gebl ar y cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>Put the card into a reader, or choose a folder.</source>
   <translation>Rhowch y cerdyn mewn darllenydd, neu dewiswch ffolder.</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <source>{a} is too large to be taken (over {b} MB).</source>
   <translation>Mae {a} yn rhy fawr i’w gymryd (dros {b} MB).</translation>
  </message>
  <message>
   <location filename="../../app/devices/gphoto_device.py" />
   <location filename="../../app/devices/wpd_device.py" />
   <source>It stays where it is.</source>
   <translation>Mae’n aros lle y mae.</translation>
  </message>
  <message>
   <location filename="../../app/devices/removal.py" />
   <source>The file on the device changed since it was copied, so it stays.</source>
   <translation>Newidiodd y ffeil ar y ddyfais ers ei chopïo, felly mae’n aros.</translation>
  </message>
  <message>
   <location filename="../../app/devices/removal.py" />
   <source>Import from the device again; the new version is then copied too.</source>
   <translation>Mewnforiwch o’r ddyfais eto; yna copïir y fersiwn newydd hefyd.</translation>
  </message>
  <message>
   <location filename="../../app/devices/removal.py" />
   <source>The device says the file was removed but still lists it.</source>
   <translation>Mae’r ddyfais yn dweud i’r ffeil gael ei dileu ond yn dal i’w rhestru.</translation>
  </message>
  <message>
   <location filename="../../app/devices/removal.py" />
   <source>Delete the photo on the device itself, then import from it again.</source>
   <translation>Dilëwch y llun ar y ddyfais ei hun, yna mewnforiwch ohoni eto.</translation>
  </message>
  <message>
   <location filename="../../app/devices/wpd_device.py" />
   <source>The phone answers with an error for {a} ({b}).</source>
   <translation>Mae’r ffôn yn rhoi gwall ar gyfer {a} ({b}).</translation>
  </message>
  <message>
   <location filename="../../app/devices/wpd_device.py" />
   <source>The phone does not allow a computer to read or delete {a}.</source>
   <translation>Nid yw’r ffôn yn caniatáu i gyfrifiadur ddarllen na dileu {a}.</translation>
  </message>
  <message>
   <location filename="../../app/devices/wpd_device.py" />
   <source>Unlock it and try again, or delete the photo on the phone itself and press “List again”.</source>
   <translation>Datglowch ef a rhowch gynnig arall arni, neu dilëwch y llun ar y ffôn ei hun a phwyso “Rhestru eto”.</translation>
  </message>
  <message>
   <location filename="../../app/devices/wpd_device.py" />
   <source>Plug the phone in again, unlock it, and repeat the import.</source>
   <translation>Cysylltwch y ffôn eto, datglowch ef, ac ailadrodd y mewnforio.</translation>
  </message>
  <message>
   <location filename="../../app/devices/wpd_device.py" />
   <source>Phones on a cable cannot be read on this PC.</source>
   <translation>Ni ellir darllen ffonau ar gebl ar y cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../app/devices/wpd_device.py" />
   <source>Put the card into a reader, or choose a folder. IT can add Windows’ media features.</source>
   <translation>Rhowch y cerdyn mewn darllenydd, neu dewiswch ffolder. Gall yr adran TG ychwanegu nodweddion cyfryngau Windows.</translation>
  </message>
  <message>
   <location filename="../../app/devices/wpd_device.py" />
   <source>The phone stopped in the middle of {a}.</source>
   <translation>Stopiodd y ffôn yng nghanol {a}.</translation>
  </message>
  <message>
   <location filename="../../app/devices/wpd_device.py" />
   <source>Unlock it, plug it in again and repeat the import.</source>
   <translation>Datglowch ef, cysylltwch ef eto ac ailadrodd y mewnforio.</translation>
  </message>
  <message>
   <location filename="../../app/devices/wpd_device.py" />
   <source>The file is too large to be taken (over {a} MB).</source>
   <translation>Mae’r ffeil yn rhy fawr i’w chymryd (dros {a} MB).</translation>
  </message>
  <message>
   <location filename="../../app/devices/wpd_device.py" />
   <source>The file is not on the device any more.</source>
   <translation>Nid yw’r ffeil ar y ddyfais bellach.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>Name this face by hand, as for everybody else.</source>
   <translation>Enwch yr wyneb hwn â llaw, fel i bawb arall.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>A no stands for them.</source>
   <translation>Mae na yn sefyll ar eu cyfer.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>Their date of birth is not in the register, so nobody can tell who has to agree.</source>
   <translation>Nid yw eu dyddiad geni yn y gofrestr, felly ni all neb ddweud pwy sydd i gytuno.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>They said no themselves on {a}, which comes before every yes.</source>
   <translation>Dywedasant na eu hunain ar {a}, sy’n dod o flaen pob ie.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>{a} said no on {b}, which comes before every yes.</source>
   <translation>Dywedodd {a} na ar {b}, sy’n dod o flaen pob ie.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>They are not on roll today.</source>
   <translation>Nid ydynt ar y gofrestr heddiw.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>A parent</source>
   <translation>Rhiant</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>Nobody with parental responsibility for them is in the register.</source>
   <translation>Nid oes neb â chyfrifoldeb rhiant drostynt yn y gofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>No parent has agreed in writing.</source>
   <translation>Nid oes rhiant wedi cytuno’n ysgrifenedig.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>They said no themselves on {a}.</source>
   <translation>Dywedasant na eu hunain ar {a}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>They have not agreed themselves, in writing, since they turned 18.</source>
   <translation>Nid ydynt wedi cytuno eu hunain, yn ysgrifenedig, ers troi’n 18.</translation>
  </message>
  <message>
   <location filename="../../app/domain/biometrics.py" />
   <source>{a} was not told in writing, and is not excused.</source>
   <translation>Ni ddywedwyd wrth {a} yn ysgrifenedig, ac nid yw wedi’i esgusodi.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Complaint</source>
   <translation>Cwyn</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Wants to see what is held</source>
   <translation>Am weld yr hyn a gedwir</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Wants the education record</source>
   <translation>Am gael y cofnod addysg</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Wants something corrected</source>
   <translation>Am gywiro rhywbeth</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Wants something erased</source>
   <translation>Am ddileu rhywbeth</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Wants it left alone for now</source>
   <translation>Am iddo gael llonydd am y tro</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Objects to pictures</source>
   <translation>Yn gwrthwynebu lluniau</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Concern for the Headteacher or the safeguarding lead</source>
   <translation>Pryder i’r Pennaeth neu’r arweinydd diogelu</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Published by mistake</source>
   <translation>Cyhoeddwyd drwy gamgymeriad</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Personal information got out</source>
   <translation>Aeth gwybodaeth bersonol allan</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Disparaging content about the school or its people</source>
   <translation>Cynnwys difrïol am yr ysgol neu ei phobl</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Threats, abuse or harassment</source>
   <translation>Bygythiadau, cam-drin neu aflonyddu</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Blackmail with pictures</source>
   <translation>Blacmel â lluniau</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>acknowledged</source>
   <translation>cydnabuwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>checked who asks</source>
   <translation>gwiriwyd pwy sy’n gofyn</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>the safeguarding lead lets it go out</source>
   <translation>mae’r arweinydd diogelu yn gadael iddo fynd allan</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>the safeguarding lead holds it back</source>
   <translation>mae’r arweinydd diogelu yn ei ddal yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>took two more months</source>
   <translation>cymerwyd dau fis arall</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>stopped the clock</source>
   <translation>stopiwyd y cloc</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>started the clock again</source>
   <translation>ailgychwynnwyd y cloc</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>made the pack</source>
   <translation>gwnaed y pecyn</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>told</source>
   <translation>dywedwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>ICO told, or need not be</source>
   <translation>dywedwyd wrth yr ICO, neu nid oes angen</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>noted</source>
   <translation>nodwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>kept a picture of it</source>
   <translation>cadwyd llun ohono</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>did what was asked for</source>
   <translation>gwnaed yr hyn a ofynnwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>closed</source>
   <translation>caewyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Take the post down now; ask everybody who shared it to do the same.</source>
   <translation>Tynnwch y postiad i lawr nawr; gofynnwch i bawb a’i rhannodd wneud yr un peth.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Tell the safeguarding lead and the data protection officer at once.</source>
   <translation>Dywedwch wrth yr arweinydd diogelu a’r swyddog diogelu data ar unwaith.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Keep a picture of the post with its time, before it goes.</source>
   <translation>Cadwch lun o’r postiad gyda’i amser, cyn iddo fynd.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Decide with the data protection officer whether the ICO has to be told; 72 hours from when you knew.</source>
   <translation>Penderfynwch gyda’r swyddog diogelu data a oes rhaid dweud wrth yr ICO; 72 awr o’r adeg y gwyddoch.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Tell the family what happened and what you did.</source>
   <translation>Dywedwch wrth y teulu beth ddigwyddodd a beth wnaethoch.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Stop it spreading: take it back, ask for it to be deleted.</source>
   <translation>Ataliwch ef rhag lledaenu: cymerwch ef yn ôl, gofynnwch am ei ddileu.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Tell the data protection officer at once; 72 hours from when you knew.</source>
   <translation>Dywedwch wrth y swyddog diogelu data ar unwaith; 72 awr o’r adeg y gwyddoch.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Write down who saw what, and talk it over with whoever did it.</source>
   <translation>Ysgrifennwch pwy welodd beth, a thrafodwch gyda phwy bynnag a’i gwnaeth.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Keep a picture of it with its time; do not answer it.</source>
   <translation>Cadwch lun ohono gyda’i amser; peidiwch â’i ateb.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Tell the Headteacher, who decides whether the escalation of your policy applies.</source>
   <translation>Dywedwch wrth y Pennaeth, sy’n penderfynu a yw camau uwchgyfeirio eich polisi yn berthnasol.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Tell the Headteacher and the safeguarding lead at once; where somebody is in danger, the police first.</source>
   <translation>Dywedwch wrth y Pennaeth a’r arweinydd diogelu ar unwaith; os oes rhywun mewn perygl, yr heddlu yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Report it to the platform.</source>
   <translation>Rhowch wybod i’r platfform amdano.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Do not pay, do not answer, do not delete anything.</source>
   <translation>Peidiwch â thalu, peidiwch ag ateb, peidiwch â dileu dim.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Call the police, and the safeguarding lead at once.</source>
   <translation>Ffoniwch yr heddlu, a’r arweinydd diogelu ar unwaith.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Keep the messages with their times. Never copy, print or forward an indecent picture.</source>
   <translation>Cadwch y negeseuon gyda’u hamserau. Peidiwch byth â chopïo, argraffu nac anfon llun anweddus ymlaen.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Report pictures of children to the Internet Watch Foundation; a child can use Report Remove.</source>
   <translation>Rhowch wybod am luniau o blant i’r Internet Watch Foundation; gall plentyn ddefnyddio Report Remove.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Take down the pictures it was made from, and look through what else is published.</source>
   <translation>Tynnwch i lawr y lluniau y’i gwnaed ohonynt, ac edrychwch drwy beth arall sydd wedi’i gyhoeddi.</translation>
  </message>
  <message>
   <location filename="../../app/domain/cases.py" />
   <source>Tell the data protection officer; the 72 hours run.</source>
   <translation>Dywedwch wrth y swyddog diogelu data; mae’r 72 awr yn rhedeg.</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>{a} may not {b}.</source>
   <translation>Ni chaiff {a} wneud hyn: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>import photos</source>
   <translation>mewnforio lluniau</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>name faces and cover</source>
   <translation>enwi wynebau a gorchuddio</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>write a post</source>
   <translation>ysgrifennu postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>approve a post</source>
   <translation>cymeradwyo postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>publish a post</source>
   <translation>cyhoeddi postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>see the register</source>
   <translation>gweld y gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>change the register</source>
   <translation>newid y gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>record that somebody says no</source>
   <translation>cofnodi bod rhywun yn dweud na</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>place or lift a safeguarding hold</source>
   <translation>gosod neu godi daliad diogelu</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>manage devices</source>
   <translation>rheoli dyfeisiau</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>record biometric consents</source>
   <translation>cofnodi cydsyniadau biometrig</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>record that a face may not be compared</source>
   <translation>cofnodi na cheir cymharu wyneb</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>record a written permission</source>
   <translation>cofnodi caniatâd ysgrifenedig</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>add or change a platform</source>
   <translation>ychwanegu neu newid platfform</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>keep policies and training</source>
   <translation>cadw polisïau a hyfforddiant</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>change the school's rules</source>
   <translation>newid rheolau’r ysgol</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>erase what is past its time</source>
   <translation>dileu’r hyn sydd dros ei amser</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>look after the workspace</source>
   <translation>gofalu am y man gwaith</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>manage users</source>
   <translation>rheoli defnyddwyr</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>see the records</source>
   <translation>gweld y cofnodion</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>report a concern or an incident</source>
   <translation>rhoi gwybod am bryder neu ddigwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>keep complaints, requests and incidents</source>
   <translation>cadw cwynion, ceisiadau a digwyddiadau</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>office staff</source>
   <translation>staff y swyddfa</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>the data manager</source>
   <translation>y rheolwr data</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>the safeguarding lead</source>
   <translation>yr arweinydd diogelu</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>the Headteacher</source>
   <translation>y Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>the Deputy Head</source>
   <translation>y Dirprwy Bennaeth</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>the data protection officer</source>
   <translation>y swyddog diogelu data</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>IT</source>
   <translation>TG</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>the Business Manager</source>
   <translation>y Rheolwr Busnes</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>a governor</source>
   <translation>llywodraethwr</translation>
  </message>
  <message>
   <location filename="../../app/domain/people.py" />
   <source>an outside photographer</source>
   <translation>ffotograffydd o’r tu allan</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>A platform needs a short key of letters and numbers, and a name.</source>
   <translation>Mae angen allwedd fer o lythrennau a rhifau, ac enw, ar blatfform.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>Say what {a} is for.</source>
   <translation>Dywedwch beth yw diben {a}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>A place to post needs a purpose.</source>
   <translation>Mae angen diben ar le i bostio.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>Say who agreed to {a}.</source>
   <translation>Dywedwch pwy a gytunodd i {a}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>Ask the Headteacher to agree to it.</source>
   <translation>Gofynnwch i’r Pennaeth gytuno iddo.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>{a} is not the school's own account.</source>
   <translation>Nid cyfrif yr ysgol ei hun yw {a}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>Posts go to accounts and groups that the school owns, never to personal ones or other people's.</source>
   <translation>Mae postiadau’n mynd i gyfrifon a grwpiau’r ysgol ei hun, byth i rai personol nac i rai pobl eraill.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>{a} is a group.</source>
   <translation>Grŵp yw {a}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>Write down who can see what is posted there.</source>
   <translation>Ysgrifennwch pwy sy’n gallu gweld yr hyn a bostir yno.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>The account of {a} needs a role mailbox.</source>
   <translation>Mae angen blwch post rôl ar gyfrif {a}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>Register it with a shared address such as office@ or media@ your school.</source>
   <translation>Cofrestrwch ef â chyfeiriad a rennir, er enghraifft office@ neu media@ eich ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>{a} is not an email address.</source>
   <translation>Nid cyfeiriad e-bost yw {a}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>{a} is with a private email provider.</source>
   <translation>Mae {a} gyda darparwr e-bost preifat.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>{a} looks like one person's own address.</source>
   <translation>Mae {a} yn edrych fel cyfeiriad un person.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>The narrowest shape is wider than the widest.</source>
   <translation>Mae’r siâp culaf yn lletach na’r un lletaf.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>{a} must be at least {b}.</source>
   <translation>Rhaid i {a} fod o leiaf {b}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>Use a shared address of the school such as office@ or media@.</source>
   <translation>Defnyddiwch un o gyfeiriadau’r ysgol a rennir, er enghraifft office@ neu media@.</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>never yet</source>
   <translation>byth eto</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>last on {a}</source>
   <translation>ddiwethaf ar {a}</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>The longest side of a picture</source>
   <translation>Ochr hiraf llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>The size of a file</source>
   <translation>Maint ffeil</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>The number of pictures</source>
   <translation>Nifer y lluniau</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>The length of the words</source>
   <translation>Hyd y geiriau</translation>
  </message>
  <message>
   <location filename="../../app/domain/platform_rules.py" />
   <source>The length of a description</source>
   <translation>Hyd disgrifiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>saw an approval fall, because something changed</source>
   <translation>gweld cymeradwyaeth yn cwympo, am fod rhywbeth wedi newid</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>noted that somebody asked not to appear in a photo</source>
   <translation>nodi bod rhywun wedi gofyn am beidio ag ymddangos mewn llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>recorded something about comparing a face</source>
   <translation>cofnodi rhywbeth am gymharu wyneb</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>covered whole people in a photo</source>
   <translation>gorchuddio pobl gyfan mewn llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>took the cover of whole people away</source>
   <translation>tynnu gorchudd pobl gyfan i ffwrdd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>erased a closed complaint, request or incident</source>
   <translation>dileu cwyn, cais neu ddigwyddiad a gaewyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>closed a complaint, request or incident</source>
   <translation>cau cwyn, cais neu ddigwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>took two more months for a request</source>
   <translation>cymryd dau fis arall ar gyfer cais</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>recorded a complaint, request, concern or incident</source>
   <translation>cofnodi cwyn, cais, pryder neu ddigwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>stopped the clock of a request</source>
   <translation>stopio cloc cais</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>looked for somebody in a photo for a request</source>
   <translation>chwilio am rywun mewn llun ar gyfer cais</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>let the clock of a request go on</source>
   <translation>gadael i gloc cais fynd ymlaen</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>noted what was done about a complaint, request or incident</source>
   <translation>nodi beth a wnaed am gŵyn, cais neu ddigwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>corrected an answer</source>
   <translation>cywiro ateb</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>recorded an answer</source>
   <translation>cofnodi ateb</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>recorded that somebody says no</source>
   <translation>cofnodi bod rhywun yn dweud na</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>read a list of answers into the register</source>
   <translation>darllen rhestr o atebion i’r gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>added a parent or carer</source>
   <translation>ychwanegu rhiant neu ofalwr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed a parent or carer</source>
   <translation>newid rhiant neu ofalwr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>ended a parent’s or carer’s say</source>
   <translation>dod â llais rhiant neu ofalwr i ben</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had a copy compared with its original</source>
   <translation>cymharu copi â’r gwreiddiol</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>noted whose a device is</source>
   <translation>nodi pwy biau dyfais</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>brought in a photo that was there already</source>
   <translation>dod â llun i mewn a oedd yno eisoes</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>looked at a signed form</source>
   <translation>edrych ar ffurflen a lofnodwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had faces compared with enrolled ones</source>
   <translation>cymharu wynebau â rhai a gofrestrwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>was shown the faces of a photo to name them</source>
   <translation>gweld wynebau llun i’w henwi</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>froze an entry or a photo</source>
   <translation>rhewi cofnod neu lun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said that somebody is in a photo</source>
   <translation>dweud bod rhywun mewn llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said that nobody is where the program was unsure</source>
   <translation>dweud nad oes neb lle’r oedd y rhaglen yn ansicr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>lifted a hold</source>
   <translation>codi daliad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>placed a hold</source>
   <translation>gosod daliad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>read a list into the register</source>
   <translation>darllen rhestr i’r gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>undid the reading of a list</source>
   <translation>dadwneud darllen rhestr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said which country’s rules apply</source>
   <translation>dweud rheolau pa wlad sy’n berthnasol</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>let this PC remember the workspace’s key</source>
   <translation>gadael i’r cyfrifiadur hwn gofio allwedd y man gwaith</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>confirmed that somebody left</source>
   <translation>cadarnhau bod rhywun wedi gadael</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said that somebody did not leave</source>
   <translation>dweud nad yw rhywun wedi gadael</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>kept where a list comes from</source>
   <translation>cadw o ble y daw rhestr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>noted whether two people look alike</source>
   <translation>nodi a yw dau berson yn edrych yn debyg</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had the calendar’s ends noted</source>
   <translation>nodi diwedd cyfnodau’r calendr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>looked underneath a cover</source>
   <translation>edrych o dan orchudd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had a school mark looked for no more</source>
   <translation>peidio â chwilio am nod ysgol mwyach</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>taught the program a school mark</source>
   <translation>dysgu nod ysgol i’r rhaglen</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>wrote down how faces may be compared</source>
   <translation>ysgrifennu sut y ceir cymharu wynebau</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>switched the comparing of faces on or off</source>
   <translation>troi cymharu wynebau ymlaen neu i ffwrdd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>kept a name on one face of a photo</source>
   <translation>cadw enw ar un wyneb mewn llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>exchanged the names of two faces</source>
   <translation>cyfnewid enwau dau wyneb</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>approved a device</source>
   <translation>cymeradwyo dyfais</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed what is known of a device</source>
   <translation>newid yr hyn a wyddys am ddyfais</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said that a device’s other copies are gone</source>
   <translation>dweud bod copïau eraill dyfais wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>let posts go on although a device still holds originals</source>
   <translation>gadael i bostiadau fynd ymlaen er bod rhai gwreiddiol ar ddyfais</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said that the originals of a drop folder are gone</source>
   <translation>dweud bod rhai gwreiddiol ffolder gollwng wedi mynd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>stopped an import and called the safeguarding lead</source>
   <translation>stopio mewnforio a galw’r arweinydd diogelu</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>answered a stopped import</source>
   <translation>ateb mewnforiad a stopiwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said that originals were deleted by hand</source>
   <translation>dweud bod rhai gwreiddiol wedi’u dileu â llaw</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>handed a photo back that was taken by mistake</source>
   <translation>rhoi llun a gymerwyd drwy gamgymeriad yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>removed an original from a device</source>
   <translation>dileu un gwreiddiol oddi ar ddyfais</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed the workspace’s passphrase</source>
   <translation>newid cyfrinymadrodd y man gwaith</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed their password</source>
   <translation>newid eu cyfrinair</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>gave somebody a new password</source>
   <translation>rhoi cyfrinair newydd i rywun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>joined a PC to the workspace</source>
   <translation>ymuno cyfrifiadur â’r man gwaith</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>let a PC in</source>
   <translation>gadael cyfrifiadur i mewn</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>shut a PC out</source>
   <translation>cau cyfrifiadur allan</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>joined two entries of the same person</source>
   <translation>uno dau gofnod yr un person</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>ended a written permission</source>
   <translation>dod â chaniatâd ysgrifenedig i ben</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>recorded a written permission</source>
   <translation>cofnodi caniatâd ysgrifenedig</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>shortened a written permission</source>
   <translation>byrhau caniatâd ysgrifenedig</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>saw a hand-out stopped, because something changed; its pack was removed</source>
   <translation>gweld rhoi allan yn cael ei atal, am fod rhywbeth wedi newid; dilëwyd ei becyn</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>compared a picture that is online with the approved one</source>
   <translation>cymharu llun sydd ar-lein â’r un a gymeradwywyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had a pack erased from a PC</source>
   <translation>dileu pecyn oddi ar gyfrifiadur</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>made the monitoring report</source>
   <translation>gwneud yr adroddiad monitro</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>added somebody to the register</source>
   <translation>ychwanegu rhywun at y gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed an entry of the register</source>
   <translation>newid cofnod yn y gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>erased an entry of the register</source>
   <translation>dileu cofnod o’r gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>noted that somebody left</source>
   <translation>nodi bod rhywun wedi gadael</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had a photo looked through</source>
   <translation>edrych drwy lun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>kept photos of an event</source>
   <translation>cadw lluniau digwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>left photos of an event out</source>
   <translation>hepgor lluniau digwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had photos looked over, to choose among them</source>
   <translation>edrych dros luniau, i ddewis o’u plith</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said that nothing is decided about photos</source>
   <translation>dweud na phenderfynwyd dim am luniau</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>took a choice among photos back</source>
   <translation>cymryd dewis ymhlith lluniau yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>erased a photo</source>
   <translation>dileu llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>brought in a photo</source>
   <translation>dod â llun i mewn</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>erased a picture made for a post</source>
   <translation>dileu llun a wnaed ar gyfer postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had a picture made for a post</source>
   <translation>gwneud llun ar gyfer postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>added a platform</source>
   <translation>ychwanegu platfform</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed a platform</source>
   <translation>newid platfform</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>ended somebody’s right to post on a platform</source>
   <translation>dod â hawl rhywun i bostio ar blatfform i ben</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>named somebody who may post on a platform</source>
   <translation>enwi rhywun a gaiff bostio ar blatfform</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>acknowledged a policy</source>
   <translation>cydnabod polisi</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>added a policy</source>
   <translation>ychwanegu polisi</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed a policy</source>
   <translation>newid polisi</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>recorded the governors’ approval of the school’s rules</source>
   <translation>cofnodi cymeradwyaeth y llywodraethwyr i reolau’r ysgol</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>chose the rules of the school</source>
   <translation>dewis rheolau’r ysgol</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>approved a post</source>
   <translation>cymeradwyo postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>put a post right while approving it</source>
   <translation>cywiro postiad wrth ei gymeradwyo</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>began a post</source>
   <translation>dechrau postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed a post</source>
   <translation>newid postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>handed out a post</source>
   <translation>rhoi postiad allan</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>held a post</source>
   <translation>oedi postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>rejected a post</source>
   <translation>gwrthod postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>returned a post</source>
   <translation>dychwelyd postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>sent a post to the Headteacher</source>
   <translation>anfon postiad at y Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said whether somebody is in a photo</source>
   <translation>dweud a yw rhywun mewn llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>answered a question about a post</source>
   <translation>ateb cwestiwn am bostiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>erased a settled question</source>
   <translation>dileu cwestiwn a setlwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>settled a question from a list</source>
   <translation>setlo cwestiwn o restr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>gave a reason why words may stand</source>
   <translation>rhoi rheswm pam y caiff geiriau aros</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>erased a receipt</source>
   <translation>dileu derbynneb</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>took a part of these records out</source>
   <translation>tynnu rhan o’r cofnodion hyn allan</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had a photo destroyed that was set aside</source>
   <translation>dinistrio llun a roddwyd o’r neilltu</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>let a photo be used that was set aside</source>
   <translation>gadael i lun a roddwyd o’r neilltu gael ei ddefnyddio</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>read a list of pupils into the register</source>
   <translation>darllen rhestr o ddisgyblion i’r gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>took the yearly list out</source>
   <translation>tynnu’r rhestr flynyddol allan</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>settled a no with the family</source>
   <translation>setlo na gyda’r teulu</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>drew a box in a photo</source>
   <translation>tynnu blwch mewn llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>covered a place in a photo by hand</source>
   <translation>gorchuddio lle mewn llun â llaw</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said what is in a photo</source>
   <translation>dweud beth sydd mewn llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>moved a box in a photo</source>
   <translation>symud blwch mewn llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said who is in a photo</source>
   <translation>dweud pwy sydd mewn llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>took a cover by hand away</source>
   <translation>tynnu gorchudd â llaw i ffwrdd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>took a box out of a photo</source>
   <translation>tynnu blwch o lun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>covered several places of a photo by hand</source>
   <translation>gorchuddio sawl lle mewn llun â llaw</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said what several places of a photo are</source>
   <translation>dweud beth yw sawl lle mewn llun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>took covers by hand away from a photo</source>
   <translation>tynnu gorchuddion â llaw o lun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>looked at a published post again and let it stay</source>
   <translation>edrych eto ar bostiad a gyhoeddwyd a gadael iddo aros</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>noted that a post is online</source>
   <translation>nodi bod postiad ar-lein</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>noted that a post was taken down</source>
   <translation>nodi bod postiad wedi’i dynnu i lawr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>could not remove an original from a device</source>
   <translation>methu dileu un gwreiddiol oddi ar ddyfais</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed how long records are kept</source>
   <translation>newid am ba hyd y cedwir cofnodion</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>took back something said about a photo</source>
   <translation>cymryd yn ôl rywbeth a ddywedwyd am lun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said again what was taken back about a photo</source>
   <translation>dweud eto’r hyn a gymerwyd yn ôl am lun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>looked at who gave roles to whom</source>
   <translation>edrych ar bwy a roddodd rolau i bwy</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>said who may be in the photos of an event</source>
   <translation>dweud pwy a all fod yn lluniau digwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed a rule of the school</source>
   <translation>newid un o reolau’r ysgol</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had a picture stopped: a face was found in it</source>
   <translation>atal llun: canfuwyd wyneb ynddo</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had a picture stopped: a mark the school taught was found in it</source>
   <translation>atal llun: canfuwyd nod a ddysgodd yr ysgol ynddo</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had a picture stopped: words were found in it</source>
   <translation>atal llun: canfuwyd geiriau ynddo</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>set the workspace up</source>
   <translation>gosod y man gwaith</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>did not get in: wrong name or password</source>
   <translation>methu mewngofnodi: enw neu gyfrinair anghywir</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>took a still out of a film</source>
   <translation>cymryd llun llonydd o ffilm</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>signed in</source>
   <translation>mewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>signed out</source>
   <translation>allgofnodi</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>erased stored face features</source>
   <translation>dileu nodweddion wyneb a gadwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>stored the features of a face</source>
   <translation>cadw nodweddion wyneb</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>made the pack of a subject access request</source>
   <translation>gwneud pecyn cais gwrthrych am wybodaeth</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>started a takedown</source>
   <translation>dechrau tynnu i lawr</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>deleted the features of a face</source>
   <translation>dileu nodweddion wyneb</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>had the features of a face deleted, to be made anew</source>
   <translation>dileu nodweddion wyneb, i’w gwneud o’r newydd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>recorded a training</source>
   <translation>cofnodi hyfforddiant</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>let go what was frozen</source>
   <translation>gollwng yr hyn a rewyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>looked at an urgent notice afterwards</source>
   <translation>edrych ar hysbysiad brys wedyn</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>let somebody sign in</source>
   <translation>gadael i rywun fewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>changed somebody’s sign-in</source>
   <translation>newid mewngofnodiad rhywun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>closed somebody’s sign-in</source>
   <translation>cau mewngofnodiad rhywun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>opened somebody’s sign-in again</source>
   <translation>agor mewngofnodiad rhywun eto</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>erased somebody’s sign-in</source>
   <translation>dileu mewngofnodiad rhywun</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>moved the vault</source>
   <translation>symud y storfa</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>moved the workspace</source>
   <translation>symud y man gwaith</translation>
  </message>
  <message>
   <location filename="../../app/domain/record_words.py" />
   <source>put the workspace back from a back-up</source>
   <translation>adfer y man gwaith o gopi wrth gefn</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>This is erased as soon as it may not be kept; it has no period.</source>
   <translation>Caiff hyn ei ddileu cyn gynted ag na cheir ei gadw; nid oes cyfnod iddo.</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>{a} cannot be kept for {b} days.</source>
   <translation>Ni ellir cadw {a} am {b} diwrnod.</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Choose a number from {a} to {b}.</source>
   <translation>Dewiswch rif o {a} i {b}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>a post with it is out; take that down first</source>
   <translation>mae postiad ag ef allan; tynnwch hwnnw i lawr yn gyntaf</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>a takedown or a second look is still open</source>
   <translation>mae cais tynnu i lawr neu ail olwg yn dal ar agor</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>a post with it waits to be approved or handed out</source>
   <translation>mae postiad ag ef yn aros i’w gymeradwyo neu ei roi allan</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>its original still waits to be removed from a device</source>
   <translation>mae’r gwreiddiol yn dal i aros i’w ddileu oddi ar ddyfais</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>it is frozen until the data protection officer lets it go</source>
   <translation>mae wedi’i rewi nes i’r swyddog diogelu data ei ollwng</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>a request, complaint or incident about it is open</source>
   <translation>mae cais, cwyn neu ddigwyddiad amdano ar agor</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>nobody noted the day to count from</source>
   <translation>ni nododd neb y diwrnod i gyfrif ohono</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>the chain of records is kept whole; it holds ids and numbers only</source>
   <translation>cedwir cadwyn y cofnodion yn gyfan; dim ond rhifau sydd ynddi</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Stored face features without a consent</source>
   <translation>Nodweddion wyneb a gedwir heb gydsyniad</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>the day the consent ends</source>
   <translation>y diwrnod y daw’r cydsyniad i ben</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Photos that are in no post</source>
   <translation>Lluniau nad ydynt mewn unrhyw bostiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>the day they came in</source>
   <translation>y diwrnod y daethant i mewn</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Pictures made for posts</source>
   <translation>Lluniau a wnaed ar gyfer postiadau</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>the takedown, or the day they were made</source>
   <translation>y tynnu i lawr, neu’r diwrnod y’u gwnaed</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Photos behind a post</source>
   <translation>Lluniau y tu ôl i bostiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>the end of its school year</source>
   <translation>diwedd ei flwyddyn ysgol</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Settled questions from lists</source>
   <translation>Cwestiynau o restrau a setlwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>the day they were settled</source>
   <translation>y diwrnod y’u setlwyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Closed complaints, requests and incidents</source>
   <translation>Cwynion, ceisiadau a digwyddiadau a gaewyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>the day they were closed</source>
   <translation>y diwrnod y’u caewyd</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Leavers’ entries, answers and forms</source>
   <translation>Cofnodion, atebion a ffurflenni rhai a adawodd</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>the day they left</source>
   <translation>y diwrnod y gadawsant</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Sign-ins of staff who left</source>
   <translation>Mewngofnodiadau staff a adawodd</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>the last day they could sign in</source>
   <translation>y diwrnod olaf y gallent fewngofnodi</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Receipts of removals</source>
   <translation>Derbynebau dileu</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>their day</source>
   <translation>eu diwrnod</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>Records of who did what</source>
   <translation>Cofnodion o bwy wnaeth beth</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>This erases {a} for good. Nobody can bring them back; only back-ups made earlier still hold them, until those are replaced. Type {b} to confirm.</source>
   <translation>Mae hyn yn dileu {a} am byth. Ni all neb ddod â nhw’n ôl; dim ond copïau wrth gefn cynharach sy’n dal i’w cadw, nes disodli’r rheini. Teipiwch {b} i gadarnhau.</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>1 day</source>
   <translation>1 diwrnod</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>{a} days</source>
   <translation>{a} diwrnod</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>1 item</source>
   <translation>1 eitem</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>{a} items</source>
   <translation>{a} eitem</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>1 year</source>
   <translation>1 flwyddyn</translation>
  </message>
  <message>
   <location filename="../../app/domain/retention.py" />
   <source>{a} years</source>
   <translation>{a} blynedd</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_days.py" />
   <source>“{a}” is no holiday.</source>
   <translation>Nid gwyliau yw “{a}”.</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_days.py" />
   <source>Write it like 2026-12-21 to 2027-01-03.</source>
   <translation>Ysgrifennwch ef fel 2026-12-21 to 2027-01-03.</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>There is no rule called {a}.</source>
   <translation>Nid oes rheol o’r enw {a}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>There are: {a}.</source>
   <translation>Mae’r rhain ar gael: {a}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>{a}: this does not fit.</source>
   <translation>{a}: nid yw hyn yn addas.</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>It has to be {a}.</source>
   <translation>Rhaid iddo fod yn {a}.</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Age from which pupils answer for themselves</source>
   <translation>Oedran y mae disgyblion yn ateb drostynt eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a whole number from 10 to 18, or nothing for never</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Minutes without a key or a click until the program locks</source>
   <translation>Munudau heb fysell na chlic nes i’r rhaglen gloi</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a whole number from 1 to 60</source>
   <translation>rhif cyfan o 1 i 60</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Who permits logos and brands</source>
   <translation>Pwy sy’n caniatáu logos a brandiau</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a role, or a title in words</source>
   <translation>rôl, neu deitl mewn geiriau</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Training that each role needs</source>
   <translation>Yr hyfforddiant sydd ei angen ar bob rôl</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a list of topics for each role</source>
   <translation>rhestr o bynciau ar gyfer pob rôl</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>A new policy counts only once the governors have approved it</source>
   <translation>Nid yw polisi newydd yn cyfrif nes i’r llywodraethwyr ei gymeradwyo</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>yes or no</source>
   <translation>ie neu na</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Nothing is approved or published under rules the governors have not approved</source>
   <translation>Ni chymeradwyir na chyhoeddi dim o dan reolau nas cymeradwywyd gan y llywodraethwyr</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Only people named for a platform publish there</source>
   <translation>Dim ond pobl a enwyd ar gyfer platfform sy’n cyhoeddi yno</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Only people with a written permission to post publish there</source>
   <translation>Dim ond pobl â chaniatâd ysgrifenedig i bostio sy’n cyhoeddi yno</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Shared addresses that do not look like it</source>
   <translation>Cyfeiriadau a rennir nad ydynt yn edrych felly</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a list of addresses at the school</source>
   <translation>rhestr o gyfeiriadau yn yr ysgol</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>What the sign-in page says about records, in the school's own words</source>
   <translation>Beth mae’r dudalen fewngofnodi yn ei ddweud am gofnodion, yng ngeiriau’r ysgol ei hun</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>up to 600 letters</source>
   <translation>hyd at 600 llythyren</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>More words that stop a post</source>
   <translation>Rhagor o eiriau sy’n atal postiad</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a list of words</source>
   <translation>rhestr o eiriau</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>More words that need a reason</source>
   <translation>Rhagor o eiriau y mae angen rheswm drostynt</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Websites a post may name</source>
   <translation>Gwefannau y caiff postiad eu henwi</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a list of web addresses</source>
   <translation>rhestr o gyfeiriadau gwe</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>The school’s published telephone numbers, addresses and postcode</source>
   <translation>Rhifau ffôn, cyfeiriadau a chod post cyhoeddedig yr ysgol</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a list of numbers and addresses</source>
   <translation>rhestr o rifau a chyfeiriadau</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Account names a post may mention</source>
   <translation>Enwau cyfrifon y caiff postiad eu crybwyll</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a list of account names</source>
   <translation>rhestr o enwau cyfrifon</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>The only folders packs may go to</source>
   <translation>Yr unig ffolderi y caiff pecynnau fynd iddynt</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a list of folders, or nothing for every safe one</source>
   <translation>rhestr o ffolderi, neu ddim byd ar gyfer pob un diogel</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>School holidays, so that school days are counted right</source>
   <translation>Gwyliau ysgol, fel y cyfrifir diwrnodau ysgol yn gywir</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a list like 2026-12-21 to 2027-01-03, one for each holiday</source>
   <translation>rhestr fel 2026-12-21 to 2027-01-03, un ar gyfer pob gwyliau</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>Where the school's privacy notice is</source>
   <translation>Ble mae hysbysiad preifatrwydd yr ysgol</translation>
  </message>
  <message>
   <location filename="../../app/domain/school_rules.py" />
   <source>a web address that begins with https://, or nothing</source>
   <translation>cyfeiriad gwe sy’n dechrau â https://, neu ddim byd</translation>
  </message>
  <message>
   <location filename="../../app/imaging/encoding.py" />
   <source>The picture does not fit into the size this platform takes.</source>
   <translation>Nid yw’r llun yn ffitio yn y maint y mae’r platfform hwn yn ei gymryd.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/encoding.py" />
   <source>Crop it, or ask for a smaller picture size for this platform.</source>
   <translation>Tociwch ef, neu gofynnwch am faint llai ar gyfer y platfform hwn.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/encoding.py" />
   <source>The picture came out with something that was not asked for: {a}.</source>
   <translation>Daeth y llun allan gyda rhywbeth na ofynnwyd amdano: {a}.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/encoding.py" />
   <source>It was not used. Tell whoever looks after ClearPost.</source>
   <translation>Ni ddefnyddiwyd ef. Dywedwch wrth bwy bynnag sy’n gofalu am ClearPost.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/guarded.py" />
   <source>This computer does not let ClearPost start the process that looks at photos ({a}).</source>
   <translation>Nid yw’r cyfrifiadur hwn yn gadael i ClearPost gychwyn y broses sy’n edrych ar luniau ({a}).</translation>
  </message>
  <message>
   <location filename="../../app/imaging/guarded.py" />
   <source>Ask IT to check shared memory (/dev/shm) and the limits of this account.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/imaging/other_files.py" />
   <source>The file is not a film.</source>
   <translation>Nid ffilm yw’r ffeil.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/other_files.py" />
   <source>The file does not hold the notes of an edit.</source>
   <translation>Nid yw’r ffeil yn dal nodiadau golygiad.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/other_files.py" />
   <source>The film ends too early or has no table of contents.</source>
   <translation>Mae’r ffilm yn dod i ben yn rhy gynnar neu nid oes ganddi dabl cynnwys.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/other_files.py" />
   <source>It stays where it is; play it on the phone to see whether it is whole.</source>
   <translation>Mae’n aros lle y mae; chwaraewch hi ar y ffôn i weld a yw’n gyfan.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/other_files.py" />
   <source>The file is empty.</source>
   <translation>Mae’r ffeil yn wag.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/other_files.py" />
   <location filename="../../app/intake/checks.py" />
   <source>Copy it from the phone again.</source>
   <translation>Copïwch hi o’r ffôn eto.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/other_files.py" />
   <source>The file is not a camera’s raw file, or it is cut off.</source>
   <translation>Nid ffeil raw camera yw’r ffeil, neu mae wedi’i thorri’n fyr.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/stills.py" />
   <source>No picture can be taken out of this film.</source>
   <translation>Ni ellir tynnu llun o’r ffilm hon.</translation>
  </message>
  <message>
   <location filename="../../app/imaging/stills.py" />
   <source>Play it on the phone; if it is whole there, take the picture there and import that.</source>
   <translation>Chwaraewch hi ar y ffôn; os yw’n gyfan yno, tynnwch y llun yno a mewnforiwch hwnnw.</translation>
  </message>
  <message>
   <location filename="../../app/intake/checks.py" />
   <source>{a} holds the notes of an edit, and its photo is not beside it.</source>
   <translation>Mae {a} yn dal nodiadau golygiad, ac nid yw ei lun wrth ei ymyl.</translation>
  </message>
  <message>
   <location filename="../../app/intake/checks.py" />
   <location filename="../../consent_db/lists/school_file.py" />
   <source>{a} is empty.</source>
   <translation>Mae {a} yn wag.</translation>
  </message>
  <message>
   <location filename="../../app/intake/checks.py" />
   <source>{a} is too large to be taken as a {b} ({c} MB).</source>
   <translation>Mae {a} yn rhy fawr i’w gymryd fel {b} ({c} MB).</translation>
  </message>
  <message>
   <location filename="../../app/intake/checks.py" />
   <source>{a} Make a smaller copy of the {b} and import that.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/intake/checks.py" />
   <source>{a} came with {b} bytes instead of {c}.</source>
   <translation>Daeth {a} gyda {b} beit yn lle {c}.</translation>
  </message>
  <message>
   <location filename="../../app/intake/checks.py" />
   <source>Unlock the device, plug it in again and repeat the import.</source>
   <translation>Datglowch y ddyfais, cysylltwch hi eto ac ailadrodd y mewnforio.</translation>
  </message>
  <message>
   <location filename="../../app/intake/policy.py" />
   <source>{a} is the school's own, so its originals stay.</source>
   <translation>Yr ysgol biau {a}, felly mae’r rhai gwreiddiol yn aros.</translation>
  </message>
  <message>
   <location filename="../../app/intake/policy.py" />
   <source>Originals are never removed from {a}: it is a network, cloud or system folder.</source>
   <translation>Ni chaiff rhai gwreiddiol byth eu dileu o {a}: ffolder rhwydwaith, cwmwl neu system ydyw.</translation>
  </message>
  <message>
   <location filename="../../app/intake/policy.py" />
   <source>{a} Then delete them by hand.</source>
   <translation>{a} Yna dilëwch nhw â llaw.</translation>
  </message>
  <message>
   <location filename="../../app/policy/platform_list.py" />
   <source>{a} is not on the list of platforms.</source>
   <translation>Nid yw {a} ar y rhestr blatfformau.</translation>
  </message>
  <message>
   <location filename="../../app/policy/platform_list.py" />
   <source>On it are: {a}.</source>
   <translation>Arni y mae: {a}.</translation>
  </message>
  <message>
   <location filename="../../app/policy/platform_list.py" />
   <source>The list of platforms cannot be read: {a}.</source>
   <translation>Ni ellir darllen y rhestr blatfformau: {a}.</translation>
  </message>
  <message>
   <location filename="../../app/policy/platform_list.py" />
   <source>Line {a} of the list of platforms cannot be read: {b}.</source>
   <translation>Ni ellir darllen llinell {a} o’r rhestr blatfformau: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>photo {a}</source>
   <translation>llun {a}</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>a photo</source>
   <translation>llun</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>Describe {a} for people who cannot see it.</source>
   <translation>Disgrifiwch {a} ar gyfer pobl na allant ei weld.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>{a} {b}: leave it out.</source>
   <translation>{a} {b}: hepgorwch ef.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>{a} takes at most {b} pictures in one post.</source>
   <translation>Mae {a} yn cymryd {b} llun ar y mwyaf mewn un postiad.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>The original of {a} is still on the phone or card</source>
   <translation>Mae {a} gwreiddiol yn dal ar y ffôn neu’r cerdyn</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>{a} shows a face close up. Farther away, a group or from behind is safer.</source>
   <translation>Mae {a} yn dangos wyneb yn agos. Mae’n fwy diogel o bellach, mewn grŵp neu o’r tu ôl.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>{a} {b} {c}: leave it out.</source>
   <translation>{a} {b} {c}: hepgorwch ef.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>is not made yet</source>
   <translation>heb ei wneud eto</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>was made before something changed</source>
   <translation>wedi’i wneud cyn i rywbeth newid</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>Choose at least one place where the post is to go.</source>
   <translation>Dewiswch o leiaf un lle y mae’r postiad i fynd.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>The post has neither a picture nor words.</source>
   <translation>Nid oes llun na geiriau yn y postiad.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>The consents are not from the last {a} days. Bring the register up to date first.</source>
   <translation>Nid yw’r cydsyniadau o’r {a} diwrnod diwethaf. Diweddarwch y gofrestr yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>Say what the post is about.</source>
   <translation>Dywedwch am beth y mae’r postiad.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>Only words can go out as urgent. Take the pictures out, or take the usual way.</source>
   <translation>Dim ond geiriau all fynd allan ar frys. Tynnwch y lluniau allan, neu ewch y ffordd arferol.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>Say who made {a}.</source>
   <translation>Dywedwch pwy wnaeth {a}.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>Say whom to credit for {a}.</source>
   <translation>Dywedwch pwy i’w gydnabod am {a}.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>{a} may not go out on {b}: leave it out or take another.</source>
   <translation>Ni chaiff {a} fynd allan ar {b}: hepgorwch ef neu cymerwch un arall.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>The picture of {a} for {b} {c}: prepare the pictures.</source>
   <translation>{a} ar gyfer {b}, {c}: paratowch y lluniau.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>Is {a} in {b}? They may not be shown on {c}.</source>
   <translation>A yw {a} yn {b}? Ni cheir eu dangos ar {c}.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>Say which class or children could be in {a}.</source>
   <translation>Dywedwch pa ddosbarth neu blant allai fod yn {a}.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>{a} for {b}: one covered face among {c} points at that child. Take another photo, crop it, cover everybody or leave it out.</source>
   <translation>{a} ar gyfer {b}: mae un wyneb wedi’i orchuddio ymhlith {c} yn pwyntio at y plentyn hwnnw. Cymerwch lun arall, tociwch ef, gorchuddiwch bawb neu hepgorwch ef.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>Put what the school was asked beside the answer.</source>
   <translation>Rhowch yr hyn a ofynnwyd i’r ysgol wrth yr ateb.</translation>
  </message>
  <message>
   <location filename="../../app/posts/checking.py" />
   <source>The words for {a} do not credit {b}: add “{c}”.</source>
   <translation>Nid yw’r geiriau ar gyfer {a} yn cydnabod {b}: ychwanegwch “{c}”.</translation>
  </message>
  <message>
   <location filename="../../app/posts/rights.py" />
   <source>needs the written permission of whoever made it: choose the one it rests on</source>
   <translation>mae angen caniatâd ysgrifenedig pwy bynnag a’i gwnaeth: dewiswch yr un y mae’n dibynnu arno</translation>
  </message>
  <message>
   <location filename="../../app/posts/rights.py" />
   <source>rests on a permission that has ended</source>
   <translation>mae’n dibynnu ar ganiatâd sydd wedi dod i ben</translation>
  </message>
  <message>
   <location filename="../../app/posts/rights.py" />
   <source>rests on a permission that has not begun</source>
   <translation>mae’n dibynnu ar ganiatâd nad yw wedi dechrau</translation>
  </message>
  <message>
   <location filename="../../app/posts/rights.py" />
   <source>rests on a permission that ran out</source>
   <translation>mae’n dibynnu ar ganiatâd a ddaeth i ben</translation>
  </message>
  <message>
   <location filename="../../app/posts/rights.py" />
   <source>rests on a permission that is not for</source>
   <translation>mae’n dibynnu ar ganiatâd nad yw ar gyfer</translation>
  </message>
  <message>
   <location filename="../../app/posts/rights.py" />
   <source>is the work of somebody whose work may not be shown on</source>
   <translation>gwaith rhywun na cheir dangos ei waith ar</translation>
  </message>
  <message>
   <location filename="../../app/posts/suitability.py" />
   <source>is marked as showing children in sports kit. Let the activity be seen, not the body</source>
   <translation>wedi’i farcio fel un sy’n dangos plant mewn dillad chwaraeon. Gadewch i’r gweithgaredd gael ei weld, nid y corff</translation>
  </message>
  <message>
   <location filename="../../app/posts/suitability.py" />
   <source>is marked as showing swimwear. Only shoulders up, a group or the activity itself may stand</source>
   <translation>wedi’i farcio fel un sy’n dangos dillad nofio. Dim ond o’r ysgwyddau i fyny, grŵp neu’r gweithgaredd ei hun a gaiff aros</translation>
  </message>
  <message>
   <location filename="../../app/posts/suitability.py" />
   <source>is marked as telling of somebody’s health. That is nobody else’s business</source>
   <translation>wedi’i farcio fel un sy’n sôn am iechyd rhywun. Nid yw hynny’n fusnes i neb arall</translation>
  </message>
  <message>
   <location filename="../../app/posts/suitability.py" />
   <source>is marked as showing somebody in distress</source>
   <translation>wedi’i farcio fel un sy’n dangos rhywun mewn gofid</translation>
  </message>
  <message>
   <location filename="../../app/posts/suitability.py" />
   <source>The Headteacher or the safeguarding lead has to say why it may go out.</source>
   <translation>Rhaid i’r Pennaeth neu’r arweinydd diogelu ddweud pam y caiff fynd allan.</translation>
  </message>
  <message>
   <location filename="../../app/posts/suitability.py" />
   <source>Look at {a}: what is it for, is everybody dressed for it, is anybody hurt or unhappy? Say so.</source>
   <translation>Edrychwch ar {a}: beth yw ei bwrpas, a yw pawb wedi gwisgo’n addas, a oes rhywun wedi’i frifo neu’n anhapus? Dywedwch hynny.</translation>
  </message>
  <message>
   <location filename="../../app/posts/suitability.py" />
   <source>{a} shows one person alone. Is it clear why, or would a group do?</source>
   <translation>Mae {a} yn dangos un person ar ei ben ei hun. A yw’n glir pam, neu a fyddai grŵp yn gwneud y tro?</translation>
  </message>
  <message>
   <location filename="../../app/posts/suitability.py" />
   <source>{a} is marked as showing undress or changing: leave it out.</source>
   <translation>Mae {a} wedi’i farcio fel un sy’n dangos dadwisgo neu newid: hepgorwch ef.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>“{a}” may not stand in a post</source>
   <translation>Ni chaiff “{a}” fod mewn postiad</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>“{a}” can hurt or be read in two ways</source>
   <translation>Gall “{a}” frifo neu gael ei ddarllen mewn dwy ffordd</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>“{a}” is a topic for inside the school</source>
   <translation>Pwnc o fewn yr ysgol yw “{a}”</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>“{a}” sounds confidential</source>
   <translation>Mae “{a}” yn swnio’n gyfrinachol</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>“{a}” is a person’s own view, and here the school speaks</source>
   <translation>Barn bersonol yw “{a}”, a’r ysgol sy’n siarad yma</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>“{a}” reads as a reference for somebody</source>
   <translation>Mae “{a}” yn darllen fel geirda i rywun</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>“{a}” may run somebody down</source>
   <translation>Gall “{a}” fychanu rhywun</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>The words for {a}</source>
   <translation>Y geiriau ar gyfer {a}</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a} are {b} letters too long.</source>
   <translation>{a}: {b} llythyren yn rhy hir.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a} {b} {c}: is it what the school told families elsewhere?</source>
   <translation>{a} {b} {c}: ai dyma a ddywedodd yr ysgol wrth deuluoedd mewn man arall?</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a} shows {b}: {c}. Cover it on Review</source>
   <translation>Mae {a} yn dangos {b}: {c}. Gorchuddiwch ef yn Adolygu</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a} {b} signs that nobody can see. Type the marked place anew.</source>
   <translation>{a} {b} arwyddion na all neb eu gweld. Teipiwch y lle a farciwyd o’r newydd.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a}: “{b}” has letters of another alphabet that look like ours.</source>
   <translation>{a}: mae gan “{b}” lythrennau o wyddor arall sy’n edrych fel ein rhai ni.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a} {b} signs drawn like letters, which nobody hears read aloud.</source>
   <translation>{a} {b} arwyddion wedi’u tynnu fel llythrennau, na all neb eu clywed yn cael eu darllen.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a}: is “{b}” a person here? Then it may not stay.</source>
   <translation>{a}: a yw “{b}” yn berson yma? Os felly, ni chaiff aros.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a} {b} {c}: may not be named on {d}.</source>
   <translation>{a} {b} {c}: ni cheir ei enwi ar {d}.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>The description of picture {a}</source>
   <translation>Disgrifiad llun {a}</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a} is {b} letters too long for {c}.</source>
   <translation>{a}: {b} llythyren yn rhy hir ar gyfer {c}.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>Picture {a} for {b}</source>
   <translation>Llun {a} ar gyfer {b}</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>, or say why it may stand.</source>
   <translation>, neu dywedwch pam y caiff aros.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a}: “{b}” may not stand in a post, in one word or apart.</source>
   <translation>{a}: ni chaiff “{b}” fod mewn postiad, yn un gair nac ar wahân.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a}: nobody can see where {b} leads. Put the full address.</source>
   <translation>{a}: ni all neb weld i ble mae {b} yn arwain. Rhowch y cyfeiriad llawn.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a}, words that can be read in it</source>
   <translation>{a}, geiriau y gellir eu darllen ynddo</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source> Cover them on Review, or leave the picture out.</source>
   <translation> Gorchuddiwch nhw yn Adolygu, neu hepgorwch y llun.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source> Take it out, or say why it may stand.</source>
   <translation> Tynnwch ef allan, neu dywedwch pam y caiff aros.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a} Type it anew.</source>
   <translation>{a} Teipiwch ef o’r newydd.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a} Type plain letters.</source>
   <translation>{a} Teipiwch lythrennau plaen.</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source>{a}: {b} is not on the school’s list of links. Why may it stand?</source>
   <translation>{a}: nid yw {b} ar restr dolenni’r ysgol. Pam y caiff aros?</translation>
  </message>
  <message>
   <location filename="../../app/posts/words.py" />
   <source> Whoever approves the post has to say why it may stand.</source>
   <translation> Rhaid i bwy bynnag sy’n cymeradwyo’r postiad ddweud pam y caiff aros.</translation>
  </message>
  <message>
   <location filename="../../app/publishing/destinations.py" />
   <source>{a} Packs do not go there.</source>
   <translation>{a} Nid yw pecynnau’n mynd yno.</translation>
  </message>
  <message>
   <location filename="../../app/publishing/destinations.py" />
   <source>This folder is not one of those the school registered for packs.</source>
   <translation>Nid yw’r ffolder hwn yn un o’r rhai a gofrestrodd yr ysgol ar gyfer pecynnau.</translation>
  </message>
  <message>
   <location filename="../../app/publishing/destinations.py" />
   <source>Choose {a}, or ask the Headteacher to register it under Rules.</source>
   <translation>Dewiswch {a}, neu gofynnwch i’r Pennaeth ei gofrestru o dan Rheolau.</translation>
  </message>
  <message>
   <location filename="../../app/publishing/pack_files.py" />
   <source>A picture is not the one that was approved.</source>
   <translation>Nid y llun a gymeradwywyd yw un o’r lluniau.</translation>
  </message>
  <message>
   <location filename="../../app/publishing/pack_files.py" />
   <source>Prepare the post again.</source>
   <translation>Paratowch y postiad eto.</translation>
  </message>
  <message>
   <location filename="../../app/publishing/pack_files.py" />
   <source>The folder did not keep what was written to it ({a}).</source>
   <translation>Ni chadwodd y ffolder yr hyn a ysgrifennwyd iddo ({a}).</translation>
  </message>
  <message>
   <location filename="../../app/publishing/pack_files.py" />
   <source>Choose another folder or disk.</source>
   <translation>Dewiswch ffolder neu ddisg arall.</translation>
  </message>
  <message>
   <location filename="../../app/publishing/pack_files.py" />
   <source>There is a folder called {a} already.</source>
   <translation>Mae ffolder o’r enw {a} eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/publishing/pack_files.py" />
   <location filename="../../app/workflow/record_slices.py" />
   <location filename="../../app/workflow/subject_pack.py" />
   <source>Choose another folder.</source>
   <translation>Dewiswch ffolder arall.</translation>
  </message>
  <message>
   <location filename="../../app/redaction/covering.py" />
   <source>A covered place would still hold something of the picture under it.</source>
   <translation>Byddai lle a orchuddiwyd yn dal i gadw rhywbeth o’r llun oddi tano.</translation>
  </message>
  <message>
   <location filename="../../app/redaction/covering.py" />
   <source>The picture was not used. Tell whoever looks after ClearPost.</source>
   <translation>Ni ddefnyddiwyd y llun. Dywedwch wrth bwy bynnag sy’n gofalu am ClearPost.</translation>
  </message>
  <message>
   <location filename="../../app/redaction/rendering.py" />
   <source>This photo may not be used on this platform.</source>
   <translation>Ni cheir defnyddio’r llun hwn ar y platfform hwn.</translation>
  </message>
  <message>
   <location filename="../../app/redaction/rendering.py" />
   <source>What was found in this photo does not fit the picture.</source>
   <translation>Nid yw’r hyn a ganfuwyd yn y llun hwn yn cyfateb i’r llun.</translation>
  </message>
  <message>
   <location filename="../../app/redaction/rendering.py" />
   <source>Analyse the photo again.</source>
   <translation>Edrychwch drwy’r llun eto.</translation>
  </message>
  <message>
   <location filename="../../app/redaction/rendering.py" />
   <source>Nothing of the photo is inside the crop.</source>
   <translation>Nid oes dim o’r llun y tu mewn i’r tociad.</translation>
  </message>
  <message>
   <location filename="../../app/redaction/rendering.py" />
   <location filename="../../app/workflow/framing.py" />
   <source>Crop it again.</source>
   <translation>Tociwch ef eto.</translation>
  </message>
  <message>
   <location filename="../../app/redaction/selfcheck.py" />
   <source>The finished picture is not a JPEG.</source>
   <translation>Nid JPEG yw’r llun gorffenedig.</translation>
  </message>
  <message>
   <location filename="../../app/redaction/selfcheck.py" />
   <location filename="../../app/workflow/subject_pack.py" />
   <source>Make it again.</source>
   <translation>Gwnewch ef eto.</translation>
  </message>
  <message>
   <location filename="../../app/redaction/selfcheck.py" />
   <source>The finished picture cannot be read back.</source>
   <translation>Ni ellir darllen y llun gorffenedig yn ôl.</translation>
  </message>
  <message>
   <location filename="../../app/storage/backup_file.py" />
   <source>A newer ClearPost made this back-up.</source>
   <translation>ClearPost mwy newydd a wnaeth y copi wrth gefn hwn.</translation>
  </message>
  <message>
   <location filename="../../app/storage/backup_file.py" />
   <location filename="../../app/storage/card.py" />
   <location filename="../../consent_db/embedded.py" />
   <location filename="../../consent_db/server.py" />
   <location filename="../../consent_db/server_upkeep.py" />
   <source>Update ClearPost on this PC.</source>
   <translation>Diweddarwch ClearPost ar y cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../app/storage/backup_file.py" />
   <source>There is no back-up {a}.</source>
   <translation>Nid oes copi wrth gefn {a}.</translation>
  </message>
  <message>
   <location filename="../../app/storage/backup_file.py" />
   <source>Say which file it is.</source>
   <translation>Dywedwch pa ffeil ydyw.</translation>
  </message>
  <message>
   <location filename="../../app/storage/card.py" />
   <source>The workspace card in {a} is damaged.</source>
   <translation>Mae cerdyn y man gwaith yn {a} wedi’i ddifrodi.</translation>
  </message>
  <message>
   <location filename="../../app/storage/card.py" />
   <source>A newer ClearPost made this workspace.</source>
   <translation>ClearPost mwy newydd a wnaeth y man gwaith hwn.</translation>
  </message>
  <message>
   <location filename="../../app/storage/card.py" />
   <source>This PC has no passphrase for the workspace; its keyring holds the key.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/storage/card.py" />
   <source>Leave the passphrase empty, or use the printed recovery passphrase.</source>
   <translation>Gadewch y cyfrinymadrodd yn wag, neu defnyddiwch y cyfrinymadrodd adfer a argraffwyd.</translation>
  </message>
  <message>
   <location filename="../../app/storage/card.py" />
   <source>The passphrase is too short to protect the photos.</source>
   <translation>Mae’r cyfrinymadrodd yn rhy fyr i ddiogelu’r lluniau.</translation>
  </message>
  <message>
   <location filename="../../app/storage/card.py" />
   <source>Use at least 12 characters, better four words.</source>
   <translation>Defnyddiwch o leiaf 12 nod; gwell fyth pedwar gair.</translation>
  </message>
  <message>
   <location filename="../../app/storage/card.py" />
   <source>There is no ClearPost workspace in {a}.</source>
   <translation>Nid oes man gwaith ClearPost yn {a}.</translation>
  </message>
  <message>
   <location filename="../../app/storage/card.py" />
   <source>Choose another folder, or make a new workspace.</source>
   <translation>Dewiswch ffolder arall, neu crëwch fan gwaith newydd.</translation>
  </message>
  <message>
   <location filename="../../app/storage/card.py" />
   <source>The workspace card in {a} cannot be read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/storage/joining.py" />
   <source>Make it again on the other PC.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/storage/joining.py" />
   <source>This file was made for another PC, or it was changed on the way.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/storage/joining.py" />
   <source>Ask again from this PC: clearpost workspace join --request FILE.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/storage/joining.py" />
   <source>The PC needs a name of at most 100 characters.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/storage/joining.py" />
   <source>Say --pc NAME.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/storage/keys.py" />
   <source>The key record of this workspace cannot be read.</source>
   <translation>Ni ellir darllen cofnod allweddi’r man gwaith hwn.</translation>
  </message>
  <message>
   <location filename="../../app/storage/keys.py" />
   <source>Restore workspace.json from a back-up; the photos and the register are untouched.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/storage/keys.py" />
   <source>That passphrase does not open this workspace.</source>
   <translation>Nid yw’r cyfrinymadrodd hwnnw’n agor y man gwaith hwn.</translation>
  </message>
  <message>
   <location filename="../../app/storage/keys.py" />
   <source>Type it again, or use the printed recovery passphrase.</source>
   <translation>Teipiwch ef eto, neu defnyddiwch y cyfrinymadrodd adfer a argraffwyd.</translation>
  </message>
  <message>
   <location filename="../../app/storage/keys.py" />
   <source>The passphrase is empty.</source>
   <translation>Mae’r cyfrinymadrodd yn wag.</translation>
  </message>
  <message>
   <location filename="../../app/storage/keys.py" />
   <source>Type the passphrase.</source>
   <translation>Teipiwch y cyfrinymadrodd.</translation>
  </message>
  <message>
   <location filename="../../app/storage/locking.py" />
   <source>The workspace is on a network drive.</source>
   <translation>Mae’r man gwaith ar yriant rhwydwaith.</translation>
  </message>
  <message>
   <location filename="../../app/storage/locking.py" />
   <source>Put it on a disk of this PC, or ask IT to set up the register on a database server.</source>
   <translation>Rhowch ef ar ddisg y cyfrifiadur hwn, neu gofynnwch i’r adran TG osod y gofrestr ar weinydd cronfa ddata.</translation>
  </message>
  <message>
   <location filename="../../app/storage/locking.py" />
   <source>Another window or command is importing into this workspace just now.</source>
   <translation>Mae ffenestr neu orchymyn arall yn mewnforio i’r man gwaith hwn ar hyn o bryd.</translation>
  </message>
  <message>
   <location filename="../../app/storage/locking.py" />
   <source>Wait until it has finished, then start again.</source>
   <translation>Arhoswch nes iddo orffen, yna dechreuwch eto.</translation>
  </message>
  <message>
   <location filename="../../app/storage/os_keyring.py" />
   <source>The keyring of this PC is locked or does not answer.</source>
   <translation>Mae cylch allweddi’r cyfrifiadur hwn wedi’i gloi neu nid yw’n ateb.</translation>
  </message>
  <message>
   <location filename="../../app/storage/os_keyring.py" />
   <source>Unlock it, or open the workspace with its passphrase.</source>
   <translation>Datglowch ef, neu agorwch y man gwaith â’i gyfrinymadrodd.</translation>
  </message>
  <message>
   <location filename="../../app/storage/os_keyring.py" />
   <source>This PC does not hold the key of this workspace.</source>
   <translation>Nid yw allwedd y man gwaith hwn ar y cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../app/storage/os_keyring.py" />
   <source>Open it with the passphrase.</source>
   <translation>Agorwch ef â’r cyfrinymadrodd.</translation>
  </message>
  <message>
   <location filename="../../app/storage/os_keyring.py" />
   <source>This PC has no keyring that keeps secrets safely.</source>
   <translation>Nid oes cylch allweddi ar y cyfrifiadur hwn sy’n cadw cyfrinachau’n ddiogel.</translation>
  </message>
  <message>
   <location filename="../../app/storage/os_keyring.py" />
   <source>Open the workspace with its passphrase.</source>
   <translation>Agorwch y man gwaith â’i gyfrinymadrodd.</translation>
  </message>
  <message>
   <location filename="../../app/storage/sealed_stream.py" />
   <source>This file is damaged or was changed; nothing of it was used.</source>
   <translation>Mae’r ffeil hon wedi’i difrodi neu ei newid; ni ddefnyddiwyd dim ohoni.</translation>
  </message>
  <message>
   <location filename="../../app/storage/sealed_stream.py" />
   <location filename="../../consent_db/dump.py" />
   <source>Take another copy of it.</source>
   <translation>Cymerwch gopi arall ohoni.</translation>
  </message>
  <message>
   <location filename="../../app/storage/vault.py" />
   <source>A file in the vault is damaged and cannot be opened.</source>
   <translation>Mae ffeil yn y storfa ddiogel wedi’i difrodi ac ni ellir ei hagor.</translation>
  </message>
  <message>
   <location filename="../../app/storage/vault.py" />
   <source>Import the photo again from its device, or restore the vault from a back-up.</source>
   <translation>Mewnforiwch y llun eto o’i ddyfais, neu adferwch y storfa o gopi wrth gefn.</translation>
  </message>
  <message>
   <location filename="../../app/storage/vault.py" />
   <source>The copy in the vault could not be read back as it was written.</source>
   <translation>Ni ellid darllen y copi yn y storfa yn ôl fel yr ysgrifennwyd ef.</translation>
  </message>
  <message>
   <location filename="../../app/storage/vault.py" />
   <source>The original stays where it is. Import it again; if this comes back, have the disk looked at.</source>
   <translation>Mae’r un gwreiddiol yn aros lle y mae. Mewnforiwch ef eto; os digwydd eto, gofynnwch i rywun edrych ar y ddisg.</translation>
  </message>
  <message>
   <location filename="../../app/storage/vault.py" />
   <source>A file of the vault is not there.</source>
   <translation>Nid yw un o ffeiliau’r storfa yno.</translation>
  </message>
  <message>
   <location filename="../../app/storage/writing.py" />
   <source>The disk that holds the workspace answers with an error ({a}).</source>
   <translation>Mae’r ddisg sy’n dal y man gwaith yn rhoi gwall ({a}).</translation>
  </message>
  <message>
   <location filename="../../app/storage/writing.py" />
   <source>Nothing was removed anywhere. Ask IT to look at the disk.</source>
   <translation>Ni ddilëwyd dim yn unman. Gofynnwch i’r adran TG edrych ar y ddisg.</translation>
  </message>
  <message>
   <location filename="../../app/storage/writing.py" />
   <source>The disk that holds the workspace is full.</source>
   <translation>Mae’r ddisg sy’n dal y man gwaith yn llawn.</translation>
  </message>
  <message>
   <location filename="../../app/storage/writing.py" />
   <source>Nothing was removed anywhere. Make room on the disk and start again.</source>
   <translation>Ni ddilëwyd dim yn unman. Gwnewch le ar y ddisg a dechreuwch eto.</translation>
  </message>
  <message>
   <location filename="../../app/storage/writing.py" />
   <source>The workspace folder may not be written on.</source>
   <translation>Ni cheir ysgrifennu yn ffolder y man gwaith.</translation>
  </message>
  <message>
   <location filename="../../app/storage/writing.py" />
   <source>Nothing was removed anywhere. Ask IT for the right to write there.</source>
   <translation>Ni ddilëwyd dim yn unman. Gofynnwch i’r adran TG am yr hawl i ysgrifennu yno.</translation>
  </message>
  <message>
   <location filename="../../app/storage/writing.py" />
   <source>The workspace folder, or a file in it, is not there.</source>
   <translation>Nid yw ffolder y man gwaith, neu ffeil ynddo, yno.</translation>
  </message>
  <message>
   <location filename="../../app/storage/writing.py" />
   <source>Nothing was removed anywhere. Connect the disk or share that holds it and start again.</source>
   <translation>Ni ddilëwyd dim yn unman. Cysylltwch y ddisg neu’r gyfran sy’n ei ddal a dechreuwch eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/account_rules.py" />
   <location filename="../../app/workflow/users.py" />
   <source>A user needs a sign-in name and a name to show.</source>
   <translation>Mae angen enw mewngofnodi ac enw i’w ddangos ar ddefnyddiwr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/account_rules.py" />
   <source>{a} needs at least one role.</source>
   <translation>Mae angen o leiaf un rôl ar {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/account_rules.py" />
   <source>A role would end before it begins.</source>
   <translation>Byddai rôl yn dod i ben cyn dechrau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/account_rules.py" />
   <location filename="../../app/workflow/consent_checks.py" />
   <location filename="../../app/workflow/permissions.py" />
   <location filename="../../app/workflow/platforms.py" />
   <location filename="../../app/workflow/policies.py" />
   <location filename="../../app/workflow/training.py" />
   <source>Check the two dates.</source>
   <translation>Gwiriwch y ddau ddyddiad.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/account_rules.py" />
   <source>{a} needs a last day.</source>
   <translation>Mae angen diwrnod olaf ar {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/account_rules.py" />
   <source>Agency staff, trainees and people from outside have one.</source>
   <translation>Mae gan staff asiantaeth, hyfforddeion a phobl o’r tu allan un.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/account_rules.py" />
   <source>{a} may not give themselves a role or more time.</source>
   <translation>Ni chaiff {a} roi rôl na mwy o amser iddo’i hun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/account_rules.py" />
   <source>Somebody else who manages users has to do it.</source>
   <translation>Rhaid i rywun arall sy’n rheoli defnyddwyr ei wneud.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>read a policy</source>
   <translation>darllen polisi</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>a policy's review</source>
   <translation>adolygiad polisi</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>staff were told late</source>
   <translation>dywedwyd wrth staff yn hwyr</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>staff were not told in time</source>
   <translation>ni ddywedwyd wrth staff mewn pryd</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>the governors' approval</source>
   <translation>cymeradwyaeth y llywodraethwyr</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>an account's privacy settings</source>
   <translation>gosodiadau preifatrwydd cyfrif</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>a platform's limits</source>
   <translation>terfynau platfform</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>signing in with two steps</source>
   <translation>mewngofnodi mewn dau gam</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>training is missing</source>
   <translation>mae hyfforddiant ar goll</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>training runs out</source>
   <translation>daw hyfforddiant i ben</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>a complaint, request or incident</source>
   <translation>cwyn, cais neu ddigwyddiad</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>a takedown is overdue</source>
   <translation>mae tynnu i lawr yn hwyr</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>Read {a} and acknowledge it; until then you can do little else.</source>
   <translation>Darllenwch {a} a’i gydnabod; tan hynny ni allwch wneud fawr ddim arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>have not been told</source>
   <translation>heb gael gwybod</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>were told late</source>
   <translation>cael gwybod yn hwyr</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>Staff {a} of {b}; the last day for it was {c}.</source>
   <translation>Staff ({b}): {a}; y diwrnod olaf oedd {c}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>Staff {a} of {b}; they should hear a month before, by {c}.</source>
   <translation>Staff ({b}): {a}; dylent glywed fis ymlaen llaw, erbyn {c}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>The review of {a} {b} on {c}. Owner: {d}.</source>
   <translation>Adolygiad {a}, {b} ar {c}. Perchennog: {d}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>Look at the privacy settings of {a}: {b}.</source>
   <translation>Edrychwch ar osodiadau preifatrwydd {a}: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>Look up what {a} takes, pictures and words: {b}.</source>
   <translation>Edrychwch beth y mae {a} yn ei gymryd, lluniau a geiriau: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>Signing in to {a} does not take two steps yet.</source>
   <translation>Nid yw mewngofnodi i {a} yn cymryd dau gam eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>Overdue since {a}: {b}</source>
   <translation>Hwyr ers {a}: {b}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>was due</source>
   <translation>dyddiad dyledus</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>is due</source>
   <translation>dyddiad dyledus</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>{a} waits for the governors to approve it; until then it is not in force.</source>
   <translation>Mae {a} yn aros i’r llywodraethwyr ei gymeradwyo; tan hynny nid yw mewn grym.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>ran out on {a}</source>
   <translation>daeth i ben ar {a}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>is not recorded</source>
   <translation>heb ei gofnodi</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source> (72 hours for the ICO)</source>
   <translation> (72 awr ar gyfer yr ICO)</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>is over since</source>
   <translation>ar ben ers</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>runs until</source>
   <translation>yn rhedeg hyd</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>{a} training in {b} {c}.</source>
   <translation>Hyfforddiant {a} mewn {b}: {c}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>{a} training in {b} runs out{c}.</source>
   <translation>Daw hyfforddiant {a} mewn {b} i ben{c}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>{a}: the time {b} {c}{d}.</source>
   <translation>{a}: yr amser {b} {c}{d}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source> Tell {a}.</source>
   <translation> Dywedwch wrth {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/alerts.py" />
   <source>{a}, is open.{b}</source>
   <translation>{a}, ar agor.{b}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/analyse_photos.py" />
   <source>File {a} is no picture, so it cannot be looked through or posted.</source>
   <translation>Nid llun yw ffeil {a}, felly ni ellir edrych drwyddi na’i phostio.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/analyse_photos.py" />
   <source>Take a still from a film, and use that.</source>
   <translation>Cymerwch lun llonydd o ffilm, a defnyddiwch hwnnw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/analyse_photos.py" />
   <location filename="../../app/workflow/pick.py" />
   <source>Photo {a} is set aside until the Headteacher decides about it.</source>
   <translation>Mae llun {a} o’r neilltu nes i’r Pennaeth benderfynu amdano.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/analyse_photos.py" />
   <location filename="../../app/workflow/films.py" />
   <location filename="../../app/workflow/pick.py" />
   <source>Ask the Headteacher to look at it on the Devices page.</source>
   <translation>Gofynnwch i’r Pennaeth edrych arno ar y dudalen Dyfeisiau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/analyse_photos.py" />
   <source>Photo {a} was put aside.</source>
   <translation>Rhoddwyd llun {a} o’r neilltu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/analyse_photos.py" />
   <source>Pick it again first.</source>
   <translation>Dewiswch ef eto yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/approve.py" />
   <source>A post goes out only when it is accurate, positive and relevant.</source>
   <translation>Dim ond pan fydd yn gywir, yn gadarnhaol ac yn berthnasol y mae postiad yn mynd allan.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/approve.py" />
   <source>Tick that it is, or return it with a note.</source>
   <translation>Ticiwch ei fod, neu dychwelwch ef gyda nodyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/approve.py" />
   <source>The approval was not kept.</source>
   <translation>Ni chadwyd y gymeradwyaeth.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/approve.py" />
   <source>Approve the post again.</source>
   <translation>Cymeradwywch y postiad eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/approve.py" />
   <source>Give the reason beside the words.</source>
   <translation>Rhowch y rheswm wrth y geiriau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/approve.py" />
   <source>A note is missing.</source>
   <translation>Mae nodyn ar goll.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/approve.py" />
   <source>Write what the author should do.</source>
   <translation>Ysgrifennwch beth ddylai’r awdur ei wneud.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/approve.py" />
   <source>The post changed while you looked at it.</source>
   <translation>Newidiodd y postiad tra oeddech yn edrych arno.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/approve.py" />
   <source>Look at it again.</source>
   <translation>Edrychwch arno eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/backup.py" />
   <location filename="../../app/workflow/joining.py" />
   <location filename="../../app/workflow/pcs.py" />
   <source>There is a file {a} there already.</source>
   <translation>Mae ffeil {a} yno eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/backup.py" />
   <location filename="../../app/workflow/erased_again.py" />
   <location filename="../../app/workflow/joining.py" />
   <location filename="../../app/workflow/monitoring.py" />
   <location filename="../../app/workflow/pcs.py" />
   <location filename="../../app/workflow/record_slices.py" />
   <location filename="../../consent_db/import_sources.py" />
   <location filename="../../consent_db/server_upkeep.py" />
   <source>Choose another name.</source>
   <translation>Dewiswch enw arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/backup.py" />
   <location filename="../../app/workflow/import_sources.py" />
   <source>There is no folder {a}.</source>
   <translation>Nid oes ffolder {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/backup.py" />
   <source>Connect the disk, or make the folder first.</source>
   <translation>Cysylltwch y ddisg, neu gwnewch y ffolder yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/biometrics.py" />
   <source>A spoken yes to comparing a face cannot be saved.</source>
   <translation>Ni ellir cadw ie ar lafar i gymharu wyneb.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/biometrics.py" />
   <source>Ask for it in writing.</source>
   <translation>Gofynnwch amdano’n ysgrifenedig.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/biometrics.py" />
   <location filename="../../app/workflow/identify.py" />
   <source>The school compares no faces.</source>
   <translation>Nid yw’r ysgol yn cymharu wynebau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/biometrics.py" />
   <source>This face may not be compared. {a}</source>
   <translation>Ni cheir cymharu’r wyneb hwn. {a}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/biometrics.py" />
   <location filename="../../app/workflow/cases.py" />
   <location filename="../../app/workflow/platforms.py" />
   <location filename="../../app/workflow/policies.py" />
   <location filename="../../app/workflow/policy_packs.py" />
   <source>This day is still to come.</source>
   <translation>Mae’r diwrnod hwn eto i ddod.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/biometrics.py" />
   <source>Write the day on the paper.</source>
   <translation>Ysgrifennwch y diwrnod sydd ar y papur.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/biometrics.py" />
   <source>Until 18 a parent has to agree, in the sixth form too.</source>
   <translation>Hyd 18 oed rhaid i riant gytuno, yn y chweched dosbarth hefyd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/biometrics.py" />
   <source>Choose the parent who signed; a child's own no can always be recorded.</source>
   <translation>Dewiswch y rhiant a lofnododd; gellir cofnodi na’r plentyn ei hun bob amser.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>There is no picture with it.</source>
   <translation>Nid oes llun gydag ef.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>This is done in another way.</source>
   <translation>Gwneir hyn mewn ffordd arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>{a} is not the safeguarding lead.</source>
   <translation>Nid {a} yw’r arweinydd diogelu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Ask the safeguarding lead.</source>
   <translation>Gofynnwch i’r arweinydd diogelu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Say who, and how.</source>
   <translation>Dywedwch pwy, a sut.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>For example: telephone call, passport seen.</source>
   <translation>Er enghraifft: galwad ffôn, gwelwyd pasbort.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Say what came of it.</source>
   <translation>Dywedwch beth ddaeth ohono.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>This cannot be closed yet: its post has to come down.</source>
   <translation>Ni ellir cau hwn eto: rhaid i’w bostiad ddod i lawr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Take it down, and note the proof on the page Published.</source>
   <translation>Tynnwch ef i lawr, a nodwch y prawf ar y dudalen Cyhoeddwyd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>This cannot be closed yet.</source>
   <translation>Ni ellir cau hwn eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Say what is asked for or what happened.</source>
   <translation>Dywedwch beth y gofynnir amdano neu beth ddigwyddodd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Say who asks.</source>
   <translation>Dywedwch pwy sy’n gofyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Say whom it is about.</source>
   <translation>Dywedwch am bwy y mae.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Say by what right they ask.</source>
   <translation>Dywedwch yn ôl pa hawl y maent yn gofyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>For example: the pupil themselves, or the mother with parental responsibility.</source>
   <translation>Er enghraifft: y disgybl ei hun, neu’r fam sydd â chyfrifoldeb rhiant.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <location filename="../../app/workflow/policies.py" />
   <location filename="../../app/workflow/policy_packs.py" />
   <source>Record it once it has happened.</source>
   <translation>Cofnodwch ef unwaith y bydd wedi digwydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <location filename="../../app/workflow/subject_access.py" />
   <location filename="../../app/workflow/subject_pack.py" />
   <source>No. {a} is closed.</source>
   <translation>Mae rhif {a} wedi’i gau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Open a new one.</source>
   <translation>Agorwch un newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Only the Headteacher and the safeguarding lead open this.</source>
   <translation>Dim ond y Pennaeth a’r arweinydd diogelu sy’n agor hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Ask one of them.</source>
   <translation>Gofynnwch i un ohonynt.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>The ICO has to hear of breaches only.</source>
   <translation>Dim ond am doriadau y mae’n rhaid i’r ICO glywed.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Only a request under data protection law can take two more months, and only once.</source>
   <translation>Dim ond cais o dan gyfraith diogelu data all gymryd dau fis arall, a dim ond unwaith.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>The month is over; it cannot be made longer any more.</source>
   <translation>Mae’r mis ar ben; ni ellir ei ymestyn mwyach.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Say why it is hard, as you told the person who asked.</source>
   <translation>Dywedwch pam y mae’n anodd, fel y dywedoch wrth y sawl a ofynnodd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Only a request’s clock stops, once at a time, with what you asked for.</source>
   <translation>Dim ond cloc cais sy’n stopio, unwaith ar y tro, gyda’r hyn y gofynnoch amdano.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/cases.py" />
   <source>Its clock runs.</source>
   <translation>Mae ei gloc yn rhedeg.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/colleagues.py" />
   <source>{a} is nobody who can sign in here.</source>
   <translation>Nid yw {a} yn rhywun a all fewngofnodi yma.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/colleagues.py" />
   <source>Use a sign-in name.</source>
   <translation>Defnyddiwch enw mewngofnodi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <location filename="../../app/workflow/refusals.py" />
   <source>{a} is not a contact of {b}.</source>
   <translation>Nid yw {a} yn gyswllt i {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <location filename="../../app/workflow/refusals.py" />
   <location filename="../../app/workflow/signing_in.py" />
   <source>Choose another.</source>
   <translation>Dewiswch un arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>This answer would end before it begins.</source>
   <translation>Byddai’r ateb hwn yn dod i ben cyn dechrau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>A yes needs the name of who gave it.</source>
   <translation>Mae angen enw’r sawl a’i rhoddodd ar ie.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>Write the name that stands on the form.</source>
   <translation>Ysgrifennwch yr enw sydd ar y ffurflen.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>A yes needs the form that was signed.</source>
   <translation>Mae angen y ffurflen a lofnodwyd ar ie.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>Write which version it is, as “2026”.</source>
   <translation>Ysgrifennwch pa fersiwn ydyw, fel “2026”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>A yes needs a scan, or a word on where the form is kept.</source>
   <translation>Mae angen sgan ar ie, neu air am ble y cedwir y ffurflen.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>For example: folder 3.</source>
   <translation>Er enghraifft: ffolder 3.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <location filename="../../app/workflow/contacts.py" />
   <source>{a} is an adult and answers for themselves.</source>
   <translation>Oedolyn yw {a} ac mae’n ateb drosto’i hun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>Ask them, and record who they are.</source>
   <translation>Gofynnwch iddynt, a chofnodwch pwy ydynt.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>{a} does not hold parental responsibility, so their yes does not count.</source>
   <translation>Nid oes gan {a} gyfrifoldeb rhiant, felly nid yw eu hie yn cyfrif.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>Ask somebody who does. A no of theirs can always be recorded.</source>
   <translation>Gofynnwch i rywun sydd ag ef. Gellir bob amser gofnodi na ganddynt.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>A yes of {a} themselves does not count: {b}.</source>
   <translation>Nid yw ie gan {a} ei hun yn cyfrif: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>Ask a parent.</source>
   <translation>Gofynnwch i riant.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>{a} was not {b} on that day, so a parent has to agree.</source>
   <translation>Nid oedd {a} yn {b} ar y diwrnod hwnnw, felly rhaid i riant gytuno.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>A no of theirs can always be recorded.</source>
   <translation>Gellir bob amser gofnodi na ganddynt.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>A pupil who agrees themselves needs the day their parents were told.</source>
   <translation>Ar gyfer disgybl sy’n cytuno ei hun mae angen y diwrnod y dywedwyd wrth ei rieni.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>Tell the parents, then write the day.</source>
   <translation>Dywedwch wrth y rhieni, yna ysgrifennwch y diwrnod.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>parents told on {a}</source>
   <translation>dywedwyd wrth rieni ar {a}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>the school asks parents only</source>
   <translation>dim ond rhieni y mae’r ysgol yn eu holi</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>their date of birth is not in the register</source>
   <translation>nid yw eu dyddiad geni yn y gofrestr</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>the child</source>
   <translation>y plentyn</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_checks.py" />
   <source>themselves</source>
   <translation>nhw eu hunain</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>The saved mapping names the platform “{a}”, which the school does not have.</source>
   <translation>Mae’r mapio a gadwyd yn enwi’r platfform “{a}”, nad yw gan yr ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <location filename="../../consent_db/lists/mapping.py" />
   <source>Map the columns anew.</source>
   <translation>Mapiwch y colofnau o’r newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>There are two columns for “{a}”.</source>
   <translation>Mae dwy golofn ar gyfer “{a}”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>Keep one of them.</source>
   <translation>Cadwch un ohonynt.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>No column of this file names one of the school's platforms.</source>
   <translation>Nid oes colofn yn y ffeil hon sy’n enwi un o blatfformau’r ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>“{a}” would have answered on a day to come, {b}.</source>
   <translation>Byddai “{a}” wedi ateb ar ddiwrnod sydd i ddod, {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>The answer of “{a}” would end before it begins.</source>
   <translation>Byddai ateb “{a}” yn dod i ben cyn iddo ddechrau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>The line of “{a}” names no platform.</source>
   <translation>Nid yw llinell “{a}” yn enwi platfform.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>“{a}” is none of the school's platforms.</source>
   <translation>Nid yw “{a}” yn un o blatfformau’r ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>“{a}” are two columns for the same answer.</source>
   <translation>Mae “{a}” yn ddwy golofn ar gyfer yr un ateb.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <location filename="../../app/workflow/pupil_lists.py" />
   <source>The line of “{a}” has more cells than there are headings.</source>
   <translation>Mae mwy o gelloedd yn llinell “{a}” nag sydd o benawdau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>A comma inside a name must stand in quotation marks; export the list as XLSX.</source>
   <translation>Rhaid i goma y tu mewn i enw fod rhwng dyfynodau; allforiwch y rhestr fel XLSX.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>“{a}” is not in the register.</source>
   <translation>Nid yw “{a}” yn y gofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consent_lists.py" />
   <source>Import the pupil list first.</source>
   <translation>Mewnforiwch y rhestr disgyblion yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consents.py" />
   <source>The form holds no answer.</source>
   <translation>Nid oes ateb ar y ffurflen.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consents.py" />
   <source>Tick what was answered.</source>
   <translation>Ticiwch yr hyn a atebwyd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consents.py" />
   <source>Say how the mistake is known.</source>
   <translation>Dywedwch sut y gwyddys am y camgymeriad.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consents.py" />
   <source>For example: the form in folder 3 says no.</source>
   <translation>Er enghraifft: mae’r ffurflen yn ffolder 3 yn dweud na.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consents.py" />
   <source>Nobody knows which parent said this no.</source>
   <translation>Ni ŵyr neb pa riant a ddywedodd y na hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consents.py" />
   <source>Ask the family, then settle it.</source>
   <translation>Gofynnwch i’r teulu, yna ei setlo.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consents.py" />
   <source>The giver answered again since.</source>
   <translation>Mae’r sawl a’i rhoddodd wedi ateb eto ers hynny.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/consents.py" />
   <source>Look at their last answer.</source>
   <translation>Edrychwch ar eu hateb diwethaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/contacts.py" />
   <source>A contact needs a name.</source>
   <translation>Mae angen enw ar gyswllt.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/contacts.py" />
   <source>This name or relationship is too long.</source>
   <translation>Mae’r enw neu’r berthynas hon yn rhy hir.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/contacts.py" />
   <location filename="../../app/workflow/register.py" />
   <source>Write it shorter.</source>
   <translation>Ysgrifennwch ef yn fyrrach.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/contacts.py" />
   <source>Ask them.</source>
   <translation>Gofynnwch iddynt.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/contacts.py" />
   <source>A contact stays with their child.</source>
   <translation>Mae cyswllt yn aros gyda’i blentyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/contacts.py" />
   <source>Add them as a contact of the other child.</source>
   <translation>Ychwanegwch nhw fel cyswllt i’r plentyn arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/corrections.py" />
   <source>The correction is about something this post does not have.</source>
   <translation>Mae’r cywiriad am rywbeth nad yw yn y postiad hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/corrections.py" />
   <source>Most of these words would be your own, and nobody else would approve them.</source>
   <translation>Eich geiriau chi fyddai’r rhan fwyaf o’r rhain, ac ni fyddai neb arall yn eu cymeradwyo.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/corrections.py" />
   <source>Return the post to {a} with what it should say.</source>
   <translation>Dychwelwch y postiad at {a} gyda’r hyn y dylai ei ddweud.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/demo/proofs.py" />
   <source>{a} approved pictures are missing from the pack.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/demo/proofs.py" />
   <source>{a} in the pack is not a picture that was approved.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/demo/proofs.py" />
   <source>{a} holds {b}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/demo/proofs.py" />
   <source>A face can be found in {a} that should be covered.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/device_kinds.py" />
   <source>{a} still holds {b} originals that have to leave it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/device_kinds.py" />
   <source>Finish the removal, or record that its owner deleted them; then say whose it is.</source>
   <translation>Gorffennwch y dileu, neu cofnodwch fod ei pherchennog wedi’u dileu; yna dywedwch pwy biau hi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <location filename="../../app/workflow/permissions.py" />
   <source>A device needs its own mark and a name.</source>
   <translation>Mae angen ei nod ei hun ac enw ar ddyfais.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <location filename="../../app/workflow/permissions.py" />
   <source>For example: Mrs Hill’s phone.</source>
   <translation>Er enghraifft: ffôn Mrs Hill.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>Give the device a name.</source>
   <translation>Rhowch enw ar y ddyfais.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>Say whose device it is.</source>
   <translation>Dywedwch pwy biau’r ddyfais.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>No clock is that far off.</source>
   <translation>Nid oes cloc mor bell â hynny ohoni.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>Look at the camera’s clock again.</source>
   <translation>Edrychwch ar gloc y camera eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>Choose a day from today to {a}.</source>
   <translation>Dewiswch ddiwrnod o heddiw hyd {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>Say who deleted them and looked that they are gone.</source>
   <translation>Dywedwch pwy a’u dileodd ac a edrychodd eu bod wedi mynd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>Not said yet: {a}</source>
   <translation>Heb ei ddweud eto: {a}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>Do that first, then tick it.</source>
   <translation>Gwnewch hynny yn gyntaf, yna ticiwch ef.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>Say who looked.</source>
   <translation>Dywedwch pwy edrychodd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>One of these does not wait to be removed.</source>
   <translation>Nid yw un o’r rhain yn aros i’w ddileu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <location filename="../../app/workflow/quarantine.py" />
   <location filename="../../consent_db/sources.py" />
   <source>Look at the list anew.</source>
   <translation>Edrychwch ar y rhestr o’r newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>The copy of one of these was not verified yet, so its original must stay.</source>
   <translation>Nid yw copi un o’r rhain wedi’i wirio eto, felly rhaid i’r un gwreiddiol aros.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>Import it again first.</source>
   <translation>Mewnforiwch ef eto yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>{a} is still on the device.</source>
   <translation>Mae {a} yn dal ar y ddyfais.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <source>Delete it there, then try again.</source>
   <translation>Dilëwch ef yno, yna rhowch gynnig arall arni.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/devices.py" />
   <location filename="../../app/workflow/permissions.py" />
   <source>This device is in the register already.</source>
   <translation>Mae’r ddyfais hon ar y gofrestr eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/enrolment.py" />
   <source>Only a face that somebody named as this child can be enrolled.</source>
   <translation>Dim ond wyneb a enwodd rhywun fel y plentyn hwn y gellir ei gofrestru.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/enrolment.py" />
   <source>Name the face first, or choose a picture file.</source>
   <translation>Enwch yr wyneb yn gyntaf, neu dewiswch ffeil lun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/enrolment.py" />
   <source>This file is not a photo that can be read.</source>
   <translation>Nid yw’r ffeil hon yn llun y gellir ei ddarllen.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/enrolment.py" />
   <source>No face was found in this photo.</source>
   <translation>Ni chanfuwyd wyneb yn y llun hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/enrolment.py" />
   <source>There is more than one face in this photo; choose one of this child alone.</source>
   <translation>Mae mwy nag un wyneb yn y llun hwn; dewiswch un o’r plentyn hwn ar ei ben ei hun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/enrolment.py" />
   <source>The face in this photo is smaller than {a} pixels.</source>
   <translation>Mae’r wyneb yn y llun hwn yn llai na {a} picsel.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/enrolment.py" />
   <source>The face in this photo is too blurred.</source>
   <translation>Mae’r wyneb yn y llun hwn yn rhy aneglur.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/enrolment.py" />
   <source>This photo is there already.</source>
   <translation>Mae’r llun hwn yno eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/enrolment.py" />
   <source>This face does not look like the other photos of this child.</source>
   <translation>Nid yw’r wyneb hwn yn edrych fel y lluniau eraill o’r plentyn hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/enrolment.py" />
   <source>This face looks more like another child.</source>
   <translation>Mae’r wyneb hwn yn edrych yn debycach i blentyn arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erased_again.py" />
   <source>Nothing of this list is here.</source>
   <translation>Nid oes dim o’r rhestr hon yma.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erased_again.py" />
   <location filename="../../app/workflow/monitoring.py" />
   <location filename="../../app/workflow/record_slices.py" />
   <location filename="../../app/workflow/subject_pack.py" />
   <source>{a} cannot be written: {b}.</source>
   <translation>Ni ellir ysgrifennu {a}: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erased_again.py" />
   <location filename="../../app/workflow/quick_look.py" />
   <source>{a} cannot be read: {b}.</source>
   <translation>Ni ellir darllen {a}: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erased_again.py" />
   <source>{a} is no list of what was erased.</source>
   <translation>Nid yw {a} yn rhestr o’r hyn a ddilëwyd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erased_again.py" />
   <source>Choose the file the page Keeping saved.</source>
   <translation>Dewiswch y ffeil a gadwodd y dudalen Cadw data.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erasure.py" />
   <source>{a} changed meanwhile and was not erased.</source>
   <translation>Newidiodd {a} yn y cyfamser ac ni ddilëwyd ef.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erasure.py" />
   <location filename="../../app/workflow/retention.py" />
   <source>Look at the preview again.</source>
   <translation>Edrychwch ar y rhagolwg eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erasure.py" />
   <source>{a} is kept: {b}.</source>
   <translation>Cedwir {a}: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erasure.py" />
   <source>{a} gave answers for a child; they are kept as long as the child’s own entry.</source>
   <translation>Rhoddodd {a} atebion ar ran plentyn; cedwir y rheini cyhyd â chofnod y plentyn ei hun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erasure.py" />
   <source>Erase the child’s entry first, when its time has come.</source>
   <translation>Dilëwch gofnod y plentyn yn gyntaf, pan ddaw ei amser.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erasure.py" />
   <source>You cannot erase your own sign-in.</source>
   <translation>Ni allwch ddileu eich mewngofnodiad eich hun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erasure.py" />
   <source>Ask somebody else who may.</source>
   <translation>Gofynnwch i rywun arall sy’n cael.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erasure.py" />
   <source>Nobody else manages users.</source>
   <translation>Nid oes neb arall yn rheoli defnyddwyr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/erasure.py" />
   <source>Give somebody that role first.</source>
   <translation>Rhowch y rôl honno i rywun yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/evidence.py" />
   <source>The scan is larger than 20 MB.</source>
   <translation>Mae’r sgan yn fwy nag 20 MB.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/evidence.py" />
   <source>Scan it again in grey at 200 dpi.</source>
   <translation>Sganiwch ef eto mewn llwyd ar 200 dpi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/evidence.py" />
   <source>A scan must be a PDF, JPEG or PNG file.</source>
   <translation>Rhaid i sgan fod yn ffeil PDF, JPEG neu PNG.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/evidence.py" />
   <source>Save it as PDF.</source>
   <translation>Cadwch ef fel PDF.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/evidence.py" />
   <source>There is no scan of this answer.</source>
   <translation>Nid oes sgan o’r ateb hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/evidence.py" />
   <source>The scan in the vault is not the one that was kept.</source>
   <translation>Nid y sgan yn y storfa ddiogel yw’r un a gadwyd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/evidence.py" />
   <source>Ask IT.</source>
   <translation>Gofynnwch i’r adran TG.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/evidence.py" />
   <source>The scan went from the vault meanwhile.</source>
   <translation>Aeth y sgan o’r storfa ddiogel yn y cyfamser.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/evidence.py" />
   <source>Record the form again.</source>
   <translation>Cofnodwch y ffurflen eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/face_templates.py" />
   <source>The features of a face that are kept were damaged, so no faces are compared.</source>
   <translation>Difrodwyd nodweddion wyneb a gedwir, felly ni chymherir wynebau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/face_templates.py" />
   <source>Name the faces by hand, and ask the data manager to enrol anew.</source>
   <translation>Enwch yr wynebau â llaw, a gofynnwch i’r rheolwr data gofrestru o’r newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/figures.py" />
   <source>Year {a}</source>
   <translation>Blwyddyn {a}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/films.py" />
   <source>File {a} is no film.</source>
   <translation>Nid ffilm yw ffeil {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/films.py" />
   <source>Film {a} is set aside until the Headteacher decides about it.</source>
   <translation>Mae ffilm {a} o’r neilltu nes i’r Pennaeth benderfynu amdani.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/films.py" />
   <source>The device film {a} came from still holds originals.</source>
   <translation>Mae’r ddyfais y daeth ffilm {a} ohoni yn dal i gadw rhai gwreiddiol.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/films.py" />
   <source>Finish the removal on the Devices page first.</source>
   <translation>Gorffennwch y dileu ar y dudalen Dyfeisiau yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/films.py" />
   <source>Film {a} is too long for a still to be taken out of it here.</source>
   <translation>Mae ffilm {a} yn rhy hir i gymryd llun llonydd ohoni yma.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/films.py" />
   <source>Take the still on the phone or camera before its film leaves it, or cut the film there.</source>
   <translation>Cymerwch y llun llonydd ar y ffôn neu’r camera cyn i’r ffilm ei adael, neu dorri’r ffilm yno.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Headteacher</source>
   <translation>Pennaeth</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Deputy Head</source>
   <translation>Dirprwy Bennaeth</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Until you choose rules of your own, these count: “{a}”.</source>
   <translation>Nes i chi ddewis eich rheolau eich hun, mae’r rhain yn cyfrif: “{a}”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Posts can go to {a}.</source>
   <translation>Gall postiadau fynd i {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Nobody has said yet where posts go: Facebook, the website …</source>
   <translation>Nid oes neb wedi dweud eto ble mae postiadau’n mynd: Facebook, y wefan …</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>The school’s crest is looked for.</source>
   <translation>Chwilir am arfbais yr ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>The school’s crest is not taught yet.</source>
   <translation>Nid yw arfbais yr ysgol wedi’i dysgu eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>The first photos are here.</source>
   <translation>Mae’r lluniau cyntaf yma.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>No photos yet.</source>
   <translation>Dim lluniau eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Somebody writes, the Headteacher approves, the Deputy Head publishes.</source>
   <translation>Mae rhywun yn ysgrifennu, y Pennaeth yn cymeradwyo, y Dirprwy Bennaeth yn cyhoeddi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>{a} pupils are on the register.</source>
   <translation>Nifer y disgyblion ar y gofrestr: {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>The class lists have not been read yet.</source>
   <translation>Nid yw’r rhestrau dosbarth wedi’u darllen eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Answers of parents are recorded.</source>
   <translation>Mae atebion rhieni wedi’u cofnodi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>No parent’s answer is recorded: everybody is covered.</source>
   <translation>Nid oes ateb unrhyw riant wedi’i gofnodi: gorchuddir pawb.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>You still have to read {a}.</source>
   <translation>Mae’n rhaid i chi ddarllen {a} o hyd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>You have read the policies.</source>
   <translation>Rydych wedi darllen y polisïau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>{a} of the staff</source>
   <translation>{a} o’r staff</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Training is not recorded for {a}.</source>
   <translation>Nid oes hyfforddiant wedi’i gofnodi ar gyfer {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Training is recorded.</source>
   <translation>Mae hyfforddiant wedi’i gofnodi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Nobody has the Headteacher’s written permission to post on {a}.</source>
   <translation>Nid oes gan neb ganiatâd ysgrifenedig y Pennaeth i bostio ar {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Permission to post is recorded.</source>
   <translation>Mae caniatâd i bostio wedi’i gofnodi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Nobody in the office can write posts yet.</source>
   <translation>Ni all neb yn y swyddfa ysgrifennu postiadau eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Your rules: “{a}”.</source>
   <translation>Eich rheolau: “{a}”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Nobody is named to publish on {a}.</source>
   <translation>Nid oes neb wedi’i enwi i gyhoeddi ar {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>Who publishes where is settled.</source>
   <translation>Mae pwy sy’n cyhoeddi ble wedi’i setlo.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>The {a} has no account yet.</source>
   <translation>Nid oes gan y {a} gyfrif eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source> and {a}</source>
   <translation> a {a}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/first_post.py" />
   <source>The {a} has not signed in yet.</source>
   <translation>Nid yw’r {a} wedi mewngofnodi eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/framing.py" />
   <source>Photo {a} may go to none of these places.</source>
   <translation>Ni chaiff llun {a} fynd i’r un o’r lleoedd hyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/framing.py" />
   <source>Leave it out.</source>
   <translation>Hepgorwch ef.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/framing.py" />
   <source>The crop of photo {a} does not have a shape that {b} takes.</source>
   <translation>Nid oes gan docio llun {a} siâp y mae {b} yn ei dderbyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/framing.py" />
   <source>Crop it again, or let it be done by itself.</source>
   <translation>Tociwch ef eto, neu gadewch i hynny ddigwydd ohono’i hun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/framing.py" />
   <source>That part of the photo cannot go out on {a}.</source>
   <translation>Ni all y rhan honno o’r llun fynd allan ar {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/gates.py" />
   <source>The governors have not approved the rules “{a} {b}”.</source>
   <translation>Nid yw’r llywodraethwyr wedi cymeradwyo’r rheolau “{a} {b}”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/gates.py" />
   <source>Record their approval under Policies first.</source>
   <translation>Cofnodwch eu cymeradwyaeth o dan Polisïau yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/gates.py" />
   <source>Ask the data manager or the Headteacher.</source>
   <translation>Gofynnwch i’r rheolwr data neu’r Pennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/gates.py" />
   <source>{a}’s training in {b} {c}.</source>
   <translation>Hyfforddiant {a} mewn {b}: {c}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/gates.py" />
   <source>Ask the Headteacher or the Business Manager to record the new training.</source>
   <translation>Gofynnwch i’r Pennaeth neu’r Rheolwr Busnes gofnodi’r hyfforddiant newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/gates.py" />
   <source>{a} is not one of those who publish on {b}.</source>
   <translation>Nid yw {a} yn un o’r rhai sy’n cyhoeddi ar {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/gates.py" />
   <source>{a} is closed for new posts.</source>
   <translation>Mae {a} ar gau i bostiadau newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/gates.py" />
   <source>Choose another place.</source>
   <translation>Dewiswch le arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/handing_over.py" />
   <source>The checklist for this post is not confirmed yet.</source>
   <translation>Nid yw rhestr wirio’r postiad hwn wedi’i chadarnhau eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/handing_over.py" />
   <source>Read each point and tick it. Where one is not so, put the post right first.</source>
   <translation>Darllenwch bob pwynt a’i dicio. Lle nad yw un yn wir, cywirwch y postiad yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/identify.py" />
   <source>Only unnamed faces of this photo that nobody wants covered can be compared.</source>
   <translation>Dim ond wynebau heb enw yn y llun hwn, nad oes neb am eu gorchuddio, y gellir eu cymharu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/identify.py" />
   <source>Tick such faces; name the others by hand.</source>
   <translation>Ticiwch wynebau o’r fath; enwch y lleill â llaw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_bytes.py" />
   <source>The device handed {a} over differently the second time, so it was not taken.</source>
   <translation>Trosglwyddodd y ddyfais {a} yn wahanol yr ail dro, felly ni chymerwyd ef.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_bytes.py" />
   <source>On the phone choose “Keep originals” for transfers to a PC, then import again.</source>
   <translation>Ar y ffôn dewiswch “Cadw rhai gwreiddiol” ar gyfer trosglwyddo i gyfrifiadur, yna mewnforiwch eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_questions.py" />
   <source>Say in a few words what you made of it.</source>
   <translation>Dywedwch mewn ychydig eiriau beth wnaethoch ohono.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_questions.py" />
   <source>The answer is about somebody else than the line.</source>
   <translation>Mae’r ateb am rywun gwahanol i’r llinell.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_records.py" />
   <source>{a} is registered as {b}.</source>
   <translation>Cofrestrwyd {a} fel {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_records.py" />
   <source>Import it as that, or ask IT or the Headteacher to change whose it is.</source>
   <translation>Mewnforiwch ef felly, neu gofynnwch i’r adran TG neu’r Pennaeth newid pwy sydd biau hi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_records.py" />
   <source>The import from {a} was stopped: nothing is copied from it or removed from it.</source>
   <translation>Stopiwyd y mewnforio o {a}: ni chopïir dim ohono ac ni ddilëir dim oddi arno.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_records.py" />
   <source>Leave the device as it is and ask the safeguarding lead.</source>
   <translation>Gadewch y ddyfais fel y mae a gofynnwch i’r arweinydd diogelu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_sources.py" />
   <source>A list needs a name, and is one of pupils or of consents.</source>
   <translation>Mae angen enw ar restr, ac mae’n un o ddisgyblion neu o gydsyniadau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_sources.py" />
   <source>Choose the folder of the export.</source>
   <translation>Dewiswch ffolder yr allforio.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_sources.py" />
   <source>Say which files of the folder are the list, such as consents*.csv.</source>
   <translation>Dywedwch pa ffeiliau o’r ffolder yw’r rhestr, er enghraifft consents*.csv.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_sources.py" />
   <source>The folder of “{a}” cannot be looked into.</source>
   <translation>Ni ellir edrych yn ffolder “{a}”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_sources.py" />
   <source>Check that the drive is connected.</source>
   <translation>Gwiriwch fod y gyriant wedi’i gysylltu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_steps.py" />
   <source>{a} belong together, and one of them is not safe in the vault.{b}</source>
   <translation>Mae {a} yn perthyn i’w gilydd, ac nid yw un ohonynt yn ddiogel yn y storfa.{b}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_steps.py" />
   <source>Import them again, so that they leave together.</source>
   <translation>Mewnforiwch nhw eto, fel eu bod yn gadael gyda’i gilydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_steps.py" />
   <source>{a} does not say which one it is, so this may be another of its kind.</source>
   <translation>Nid yw {a} yn dweud pa un ydyw, felly gall hwn fod yn un arall o’i fath.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_steps.py" />
   <source>If it is the same and the photo was deleted, let its owner say so on the Devices page.</source>
   <translation>Os yr un ydyw ac y dilëwyd y llun, gadewch i’w berchennog ddweud hynny ar y dudalen Dyfeisiau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_steps.py" />
   <source>{a} is not there under its name, but {b} is, from the same moment.</source>
   <translation>Nid yw {a} yno o dan ei enw, ond mae {b}, o’r un eiliad.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_steps.py" />
   <source>Import {a} too, or delete it on the device; then try again.</source>
   <translation>Mewnforiwch {a} hefyd, neu dilëwch ef ar y ddyfais; yna rhowch gynnig arall arni.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_steps.py" />
   <source>{a} was destroyed just now.</source>
   <translation>Dinistriwyd {a} nawr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_steps.py" />
   <source>Import again.</source>
   <translation>Mewnforiwch eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>The folder holds too many files called {a}.</source>
   <translation>Mae gormod o ffeiliau o’r enw {a} yn y ffolder.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Say what was done, and nothing of what was to be seen.</source>
   <translation>Dywedwch beth a wnaed, a dim o’r hyn oedd i’w weld.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>The folder is {a}.</source>
   <translation>Y ffolder yw {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Choose the owner’s card or stick.</source>
   <translation>Dewiswch gerdyn neu gofbin y perchennog.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>A post uses photo {a}.</source>
   <translation>Mae postiad yn defnyddio llun {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <location filename="../../app/workflow/pick.py" />
   <source>Take it out of the post first.</source>
   <translation>Tynnwch ef o’r postiad yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>The original of photo {a} is not on this device any more, so its copy is the only one.</source>
   <translation>Nid yw llun gwreiddiol {a} ar y ddyfais hon bellach, felly ei gopi yw’r unig un.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Ask the Headteacher; photos can be erased on request on the Keeping page.</source>
   <translation>Gofynnwch i’r Pennaeth; gellir dileu lluniau ar gais ar y dudalen Cadw data.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>The device does not hold photo {a} as it was copied.</source>
   <translation>Nid yw llun {a} ar y ddyfais fel y’i copïwyd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Leave it in the vault.</source>
   <translation>Gadewch ef yn y storfa.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>The original of photo {a} is still on its device.</source>
   <translation>Mae llun gwreiddiol {a} yn dal ar ei ddyfais.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Hand it back there, with the device plugged in.</source>
   <translation>Rhowch ef yn ôl yno, gyda’r ddyfais wedi’i chysylltu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>{a} could not be read back as it was written.</source>
   <translation>Ni ellid darllen {a} yn ôl fel yr ysgrifennwyd ef.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Do not copy, print, send, share or delete anything, and do not look further.</source>
   <translation>Peidiwch â chopïo, argraffu, anfon, rhannu na dileu dim, a pheidiwch ag edrych ymhellach.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Put the device down, leave it as it is, and let nobody use it.</source>
   <translation>Rhowch y ddyfais i lawr, gadewch hi fel y mae, a pheidiwch â gadael i neb ei defnyddio.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Call the safeguarding lead now; if a child is in danger, call the police on 999.</source>
   <translation>Ffoniwch yr arweinydd diogelu nawr; os oes plentyn mewn perygl, ffoniwch yr heddlu ar 999.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Note the time and who was there, and nothing of what was to be seen.</source>
   <translation>Nodwch yr amser a phwy oedd yno, a dim o’r hyn oedd i’w weld.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Photo {a} (SHA-256 {b}) was taken from {c} by mistake. Its copy was destroyed in the vault; the original was still on the device and stays there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>Photo {a} (SHA-256 {b}) was taken by mistake. By decision of {c} it was written to its owner's card or stick, read back and compared; then its copy was destroyed in the vault.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>It was taken by mistake and handed back.</source>
   <translation>Fe’i cymerwyd drwy gamgymeriad a’i roi’n ôl.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_stops.py" />
   <source>a device that is not plugged in</source>
   <translation>dyfais nad yw wedi’i chysylltu</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_undo.py" />
   <source>This is an undoing itself.</source>
   <translation>Dadwneud yw hwn ei hun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/import_undo.py" />
   <source>Read the list again instead.</source>
   <translation>Darllenwch y rhestr eto yn lle hynny.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/joining.py" />
   <source>The folder with the photos cannot be reached from this PC: {a}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/joining.py" />
   <source>Connect the share under this very name, then take the answer again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/joining.py" />
   <source>This PC has not asked with the request this answer is for.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/joining.py" />
   <source>Take the answer on the PC that asked, signed in as the same person, or ask again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/later_review.py" />
   <source>There is nothing to look at afterwards.</source>
   <translation>Nid oes dim i edrych arno wedyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/later_review.py" />
   <source>{a} sent this out.</source>
   <translation>{a} a anfonodd hwn allan.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/later_review.py" />
   <source>Somebody else has to look at it.</source>
   <translation>Rhaid i rywun arall edrych arno.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/left_off.py" />
   <source>{a}, photo {b} of {c}</source>
   <translation>{a}, llun {b} o {c}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/left_off.py" />
   <source>the post “{a}”</source>
   <translation>y postiad “{a}”</translation>
  </message>
  <message>
   <location filename="../../app/workflow/left_off.py" />
   <source>a post without a title</source>
   <translation>postiad heb deitl</translation>
  </message>
  <message>
   <location filename="../../app/workflow/list_columns.py" />
   <source>Say which column names the child: a number, or the name.</source>
   <translation>Dywedwch pa golofn sy’n enwi’r plentyn: rhif, neu’r enw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/list_matching.py" />
   <source>{a} people fit “{b}”.</source>
   <translation>Nifer y bobl sy’n cyfateb i “{b}”: {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/list_matching.py" />
   <source>Add the UPN to the file.</source>
   <translation>Ychwanegwch yr UPN at y ffeil.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/list_matching.py" />
   <source>The number of “{a}” belongs to {b} in the register.</source>
   <translation>Yn y gofrestr, {b} biau rhif “{a}”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/list_matching.py" />
   <source>Check the line in the school's system; if the child has a new name, put it into the register.</source>
   <translation>Gwiriwch y llinell yn system yr ysgol; os oes gan y plentyn enw newydd, rhowch ef yn y gofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/list_matching.py" />
   <source>“{a}” may be {b}: the register has no date of birth to tell.</source>
   <translation>Gall mai {b} yw “{a}”: nid oes dyddiad geni yn y gofrestr i ddweud.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/list_matching.py" />
   <source>Put the date of birth, the UPN or the admission number into the register.</source>
   <translation>Rhowch y dyddiad geni, yr UPN neu’r rhif derbyn yn y gofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/list_matching.py" />
   <source>“{a}” may be {b}, who was born on the same day.</source>
   <translation>Gall mai {b}, a aned ar yr un diwrnod, yw “{a}”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/list_matching.py" />
   <source>Write the name as in the register, or add the UPN to the file.</source>
   <translation>Ysgrifennwch yr enw fel y mae yn y gofrestr, neu ychwanegwch yr UPN at y ffeil.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/live_check.py" />
   <source>There is no approved picture to compare with any more.</source>
   <translation>Nid oes llun cymeradwy i gymharu ag ef mwyach.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/look_alikes.py" />
   <source>Choose two different people.</source>
   <translation>Dewiswch ddau berson gwahanol.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/look_alikes.py" />
   <source>One of these people is not in the register.</source>
   <translation>Nid yw un o’r bobl hyn yn y gofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/look_alikes.py" />
   <source>Choose somebody who is.</source>
   <translation>Dewiswch rywun sydd ynddi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/matching.py" />
   <source>Faces may not be compared yet. Missing: {a}.</source>
   <translation>Ni chaniateir cymharu wynebau eto. Ar goll: {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/matching.py" />
   <source>Write it down with the data protection officer first.</source>
   <translation>Ysgrifennwch hynny i lawr gyda’r swyddog diogelu data yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/merging.py" />
   <source>This is one entry already.</source>
   <translation>Un cofnod yw hwn eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/merging.py" />
   <source>Choose the other one.</source>
   <translation>Dewiswch y llall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/merging.py" />
   <source>One of these entries was joined already.</source>
   <translation>Mae un o’r cofnodion hyn wedi’i uno eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/merging.py" />
   <location filename="../../app/workflow/pick.py" />
   <location filename="../../app/workflow/refusals.py" />
   <location filename="../../consent_db/failures.py" />
   <location filename="../../consent_db/rows.py" />
   <source>Open the page again.</source>
   <translation>Agorwch y dudalen eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/merging.py" />
   <source>A child and an adult cannot be one person.</source>
   <translation>Ni all plentyn ac oedolyn fod yn un person.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/merging.py" />
   <source>Look at both entries.</source>
   <translation>Edrychwch ar y ddau gofnod.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/merging.py" />
   <source>{a} and {b} were born on different days.</source>
   <translation>Ganed {a} a {b} ar ddiwrnodau gwahanol.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/merging.py" />
   <source>Put the date of birth right first; twins stay two entries.</source>
   <translation>Cywirwch y dyddiad geni yn gyntaf; mae efeilliaid yn aros yn ddau gofnod.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/monitoring.py" />
   <source>{a} may not read this report.</source>
   <translation>Ni chaiff {a} ddarllen yr adroddiad hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/monitoring.py" />
   <source>The first day is after the last.</source>
   <translation>Mae’r diwrnod cyntaf ar ôl yr olaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/monitoring.py" />
   <source>Change the days.</source>
   <translation>Newidiwch y diwrnodau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/monitoring.py" />
   <source>The report is a PDF file.</source>
   <translation>Ffeil PDF yw’r adroddiad.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/monitoring.py" />
   <source>Choose a name that ends in .pdf.</source>
   <translation>Dewiswch enw sy’n gorffen â .pdf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/move.py" />
   <source>The vault is in that folder already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/move.py" />
   <source>The register is {a}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/move.py" />
   <location filename="../../consent_db/failures.py" />
   <source>Open the workspace again.</source>
   <translation>Agorwch y man gwaith eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/move.py" />
   <source>Other PCs use this register: {a}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/move.py" />
   <source>Remove them first: clearpost workspace remove-pc NAME.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/move.py" />
   <source>A copy in the new folder does not read back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/move.py" />
   <source>Have its disk looked at.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/move.py" />
   <source>Nothing was moved.</source>
   <translation>Ni symudwyd dim.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/older_posts.py" />
   <location filename="../../app/workflow/takedowns.py" />
   <source>{a} may not start a takedown.</source>
   <translation>Ni chaiff {a} ddechrau tynnu i lawr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/older_posts.py" />
   <location filename="../../app/workflow/takedowns.py" />
   <source>Ask the safeguarding lead or the Headteacher.</source>
   <translation>Gofynnwch i’r arweinydd diogelu neu’r Pennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/older_posts.py" />
   <location filename="../../app/workflow/publish.py" />
   <source>That is not the address of a post.</source>
   <translation>Nid cyfeiriad postiad yw hwnnw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/older_posts.py" />
   <source>It begins with https://.</source>
   <translation>Mae’n dechrau â https://.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/older_posts.py" />
   <location filename="../../app/workflow/takedowns.py" />
   <source>Say why it has to come down and who asks for it.</source>
   <translation>Dywedwch pam y mae’n rhaid iddo ddod i lawr a phwy sy’n gofyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/older_posts.py" />
   <location filename="../../app/workflow/publish.py" />
   <source>Say how it can be seen that it is gone.</source>
   <translation>Dywedwch sut y gellir gweld ei fod wedi mynd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/older_posts.py" />
   <source>Who looked, and when.</source>
   <translation>Pwy edrychodd, a phryd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/older_posts.py" />
   <source>This post has to come down already.</source>
   <translation>Rhaid i’r postiad hwn ddod i lawr eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/older_posts.py" />
   <location filename="../../app/workflow/takedowns.py" />
   <source>Nobody waits for this any more.</source>
   <translation>Nid oes neb yn aros am hyn mwyach.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/packs.py" />
   <source>The pictures of “{a}” for {b} are handed out{c} and not online yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/packs.py" />
   <source>Post them and note the address, or say that they are taken down. Then comes the next.</source>
   <translation>Postiwch nhw a nodwch y cyfeiriad, neu dywedwch eu bod wedi’u tynnu i lawr. Yna daw’r nesaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/packs.py" />
   <source>Another window or command is handing out a post just now.</source>
   <translation>Mae ffenestr neu orchymyn arall wrthi’n rhoi postiad allan.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/packs.py" />
   <source>Wait until it is done.</source>
   <translation>Arhoswch nes ei fod wedi gorffen.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>This PC is not one of the school's registered PCs, so nothing goes out from it.</source>
   <translation>Nid yw’r cyfrifiadur hwn yn un o gyfrifiaduron cofrestredig yr ysgol, felly nid oes dim yn mynd allan ohono.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>Ask IT to register it: clearpost workspace register-pc.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>Move it first: clearpost workspace move.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>The photos are in a folder of this PC, where another PC cannot read them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>Move them to a share first: clearpost workspace move --vault FOLDER.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>No one PC is called {a}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>Say one of: {a}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>The register is on a server, so the owner of its database is needed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>Say --owner USER.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>This PC was let in already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/pcs.py" />
   <source>Remove it first to let it in again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>“{a}” fits {b}.</source>
   <translation>Mae “{a}” yn cyfateb i {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Write it more exactly.</source>
   <translation>Ysgrifennwch ef yn fwy manwl.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>{a} has no written permission to post on {b} today.</source>
   <translation>Nid oes gan {a} ganiatâd ysgrifenedig i bostio ar {b} heddiw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Ask the Headteacher to record one.</source>
   <translation>Gofynnwch i’r Pennaeth gofnodi un.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Say who gave this permission, and in which office.</source>
   <translation>Dywedwch pwy roddodd y caniatâd hwn, ac ym mha swydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Write the office in at most {a} letters.</source>
   <translation>Ysgrifennwch y swydd mewn {a} llythyren ar y mwyaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>A permission has to be in writing.</source>
   <translation>Rhaid i ganiatâd fod yn ysgrifenedig.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Say where the paper is kept.</source>
   <translation>Dywedwch ble y cedwir y papur.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>This permission would end before it begins.</source>
   <translation>Byddai’r caniatâd hwn yn dod i ben cyn dechrau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>This permission would be over already.</source>
   <translation>Byddai’r caniatâd hwn ar ben eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Check its last day.</source>
   <translation>Gwiriwch ei ddiwrnod olaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>A device is approved in advance, from today on at the earliest.</source>
   <translation>Cymeradwyir dyfais ymlaen llaw, o heddiw ymlaen ar y cynharaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Decide about photos taken before on their own, under “Set aside”.</source>
   <translation>Penderfynwch am luniau a dynnwyd cynt ar wahân, o dan “O’r neilltu”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Under “{a}” no personal device may be used for photos.</source>
   <translation>O dan “{a}” ni cheir defnyddio dyfais bersonol ar gyfer lluniau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Use a device of the school.</source>
   <translation>Defnyddiwch ddyfais yr ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Record it as given by {a}.</source>
   <translation>Cofnodwch ef fel un a roddwyd gan {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>This permission ends then already.</source>
   <translation>Mae’r caniatâd hwn yn dod i ben bryd hynny eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>To prolong it, record a new one.</source>
   <translation>I’w ymestyn, cofnodwch un newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Say which logo or brand it is.</source>
   <translation>Dywedwch pa logo neu frand ydyw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Say whose pictures they are, and which.</source>
   <translation>Dywedwch luniau pwy ydynt, a pha rai.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>This is for the work of pupils.</source>
   <translation>Ar gyfer gwaith disgyblion y mae hyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Record another’s pictures as a licence.</source>
   <translation>Cofnodwch luniau rhywun arall fel trwydded.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>For a pupil a parent has to agree.</source>
   <translation>Ar gyfer disgybl rhaid i riant gytuno.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/permissions.py" />
   <source>Record it as a consent instead.</source>
   <translation>Cofnodwch ef fel cydsyniad yn lle hynny.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pick.py" />
   <source>Photo {a} was looked through already.</source>
   <translation>Edrychwyd drwy lun {a} eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pick.py" />
   <source>It may stay: only photos that you put into a post go out.</source>
   <translation>Caiff aros: dim ond lluniau a roddwch mewn postiad sy’n mynd allan.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pick.py" />
   <source>Photo {a} is in a post.</source>
   <translation>Mae llun {a} mewn postiad.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pick.py" />
   <source>{a} of these photos {b} not there any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/platforms.py" />
   <source>Say on which day the limits were looked up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../app/workflow/platforms.py" />
   <source>This would end before it begins.</source>
   <translation>Byddai hyn yn dod i ben cyn iddo ddechrau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/platforms.py" />
   <source>Only {a} can agree to {b}.</source>
   <translation>Dim ond {a} all gytuno i {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/platforms.py" />
   <source>Check the date.</source>
   <translation>Gwiriwch y dyddiad.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/platforms.py" />
   <location filename="../../app/workflow/policies.py" />
   <source>{a} is there already.</source>
   <translation>Mae {a} yno eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/platforms.py" />
   <source>People were asked about {a}, and nobody about {b}.</source>
   <translation>Gofynnwyd i bobl am {a}, ac ni ofynnwyd i neb am {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/platforms.py" />
   <source>Add {a} as a new platform; a name may be corrected or made longer.</source>
   <translation>Ychwanegwch {a} fel platfform newydd; gellir cywiro enw neu ei wneud yn hirach.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policies.py" />
   <source>A policy needs a name, and each version a label such as 2026 or 1.2.</source>
   <translation>Mae angen enw ar bolisi, a label megis 2026 neu 1.2 ar bob fersiwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policies.py" />
   <source>Say who owns {a}.</source>
   <translation>Dywedwch pwy yw perchennog {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policies.py" />
   <source>Name the person or body that looks after it.</source>
   <translation>Enwch y person neu’r corff sy’n gofalu amdano.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policies.py" />
   <source>The review would be due before the policy begins.</source>
   <translation>Byddai’r adolygiad i’w wneud cyn i’r polisi ddechrau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policies.py" />
   <source>A new version needs a new label.</source>
   <translation>Mae angen label newydd ar fersiwn newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policies.py" />
   <source>Somebody has acknowledged {a} already.</source>
   <translation>Mae rhywun wedi cydnabod {a} eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policies.py" />
   <source>Record a new version.</source>
   <translation>Cofnodwch fersiwn newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policies.py" />
   <source>{a} is not in force.</source>
   <translation>Nid yw {a} mewn grym.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policies.py" />
   <source>Read the version that is.</source>
   <translation>Darllenwch y fersiwn sydd mewn grym.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policy_packs.py" />
   <source>“{a}” was chosen for this day already.</source>
   <translation>Dewiswyd “{a}” ar gyfer y diwrnod hwn eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policy_packs.py" />
   <source>The first day is over already.</source>
   <translation>Mae’r diwrnod cyntaf wedi mynd heibio eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policy_packs.py" />
   <source>Choose today or a later day.</source>
   <translation>Dewiswch heddiw neu ddiwrnod diweddarach.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policy_packs.py" />
   <source>Say where the governors’ approval is written down.</source>
   <translation>Dywedwch ble mae cymeradwyaeth y llywodraethwyr wedi’i hysgrifennu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policy_packs.py" />
   <source>For example: minutes of 4 Sep, item 7.</source>
   <translation>Er enghraifft: cofnodion 4 Medi, eitem 7.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/policy_packs.py" />
   <source>“{a}” counts already.</source>
   <translation>Mae “{a}” yn cyfrif eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/post_bytes.py" />
   <source>A finished picture is not the one that was checked.</source>
   <translation>Nid y llun a wiriwyd yw un o’r lluniau gorffenedig.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/post_bytes.py" />
   <location filename="../../app/workflow/render_pictures.py" />
   <source>Prepare the pictures again.</source>
   <translation>Paratowch y lluniau eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/post_bytes.py" />
   <source>A picture for {a} is missing.</source>
   <translation>Mae llun ar gyfer {a} ar goll.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/post_bytes.py" />
   <source>Prepare the pictures.</source>
   <translation>Paratowch y lluniau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/post_bytes.py" />
   <source>A finished picture was damaged after it was made.</source>
   <translation>Difrodwyd llun gorffenedig ar ôl ei wneud.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>The post cannot go on yet. {a}{b}</source>
   <translation>Ni all y postiad fynd ymlaen eto. {a}{b}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>This post was handed over already.</source>
   <translation>Trosglwyddwyd y postiad hwn eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>Edit it first; then it is a draft again.</source>
   <translation>Golygwch ef yn gyntaf; yna drafft fydd eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>A reason is missing.</source>
   <translation>Mae rheswm ar goll.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>Say why the words may stand.</source>
   <translation>Dywedwch pam y caiff y geiriau aros.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>{a} wrote this post.</source>
   <translation>{a} a ysgrifennodd y postiad hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>Ask {a} for the reason.</source>
   <translation>Gofynnwch i {a} am y rheswm.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>Ask {a} to change it, or write a new one.</source>
   <translation>Gofynnwch i {a} ei newid, neu ysgrifennwch un newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>Nothing in this post asks for that reason.</source>
   <translation>Nid oes dim yn y postiad hwn yn gofyn am y rheswm hwnnw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>Check it again.</source>
   <translation>Gwiriwch ef eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>This post is approved already.</source>
   <translation>Mae’r postiad hwn wedi’i gymeradwyo eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>Edit it first.</source>
   <translation>Golygwch ef yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>Somebody else has to decide.</source>
   <translation>Rhaid i rywun arall benderfynu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>This post is not a draft.</source>
   <translation>Nid drafft yw’r postiad hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>Photo {a} {b}.</source>
   <translation>Llun {a}: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/posts.py" />
   <source>Take another photo.</source>
   <translation>Cymerwch lun arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>Somebody in this post may no longer be shown. The pack was removed.</source>
   <translation>Mae rhywun yn y postiad hwn na cheir ei ddangos mwyach. Dilëwyd y pecyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>Prepare the pictures again and have them approved.</source>
   <translation>Paratowch y lluniau eto a’u cael wedi’u cymeradwyo.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>Copy it from the browser; it begins with https://. Where there is none, say how it can be seen.</source>
   <translation>Copïwch ef o’r porwr; mae’n dechrau â https://. Lle nad oes un, dywedwch sut y gellir ei weld.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>This post is not approved.{a}</source>
   <translation>Nid yw’r postiad hwn wedi’i gymeradwyo.{a}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>Only what the Headteacher approved goes out.</source>
   <translation>Dim ond yr hyn a gymeradwyodd y Pennaeth sy’n mynd allan.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>The post was not approved for this platform.</source>
   <translation>Ni chymeradwywyd y postiad ar gyfer y platfform hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>This post was handed out for this platform already.</source>
   <translation>Rhoddwyd y postiad hwn allan ar gyfer y platfform hwn eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>If it never went live, note it as taken down first.</source>
   <translation>Os nad aeth ar-lein erioed, nodwch yn gyntaf ei fod wedi’i dynnu i lawr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>Ask the Headteacher to approve it again.</source>
   <translation>Gofynnwch i’r Pennaeth ei gymeradwyo eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <location filename="../../app/workflow/takedowns.py" />
   <source>This post was taken down already.</source>
   <translation>Tynnwyd y postiad hwn i lawr eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>Hand it out again first.</source>
   <translation>Rhowch ef allan eto yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>Note the proof on the page Published: who looked, when, or a picture of it.</source>
   <translation>Nodwch y prawf ar y dudalen Cyhoeddwyd: pwy edrychodd, pryd, neu lun ohono.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/publish.py" />
   <source>The post changed while it was handed out.</source>
   <translation>Newidiodd y postiad tra oedd yn cael ei roi allan.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pupil_lists.py" />
   <source>The UPN {a} of “{b}” cannot be right: its check letter does not fit.</source>
   <translation>Ni all UPN {a} ar gyfer “{b}” fod yn gywir: nid yw ei lythyren wirio’n cyfateb.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pupil_lists.py" />
   <source>This line has no name.</source>
   <translation>Nid oes enw yn y llinell hon.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pupil_lists.py" />
   <source>“{a}” would be born on a day to come, {b}.</source>
   <translation>Byddai “{a}” wedi’i eni neu ei geni ar ddiwrnod sydd i ddod, {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pupil_lists.py" />
   <source>{a} has left, says the register.</source>
   <translation>Mae {a} wedi gadael, yn ôl y gofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pupil_lists.py" />
   <source>If the child is back, put that into the register.</source>
   <translation>Os yw’r plentyn yn ôl, rhowch hynny yn y gofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pupil_lists.py" />
   <source>“{a}” could be the person of line {b}.</source>
   <translation>Gallai “{a}” fod yn berson llinell {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/pupil_lists.py" />
   <source>Add the UPN or the date of birth to the file.</source>
   <translation>Ychwanegwch yr UPN neu’r dyddiad geni at y ffeil.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/quarantine.py" />
   <source>Somebody stopped an import from the device one of these came from.</source>
   <translation>Ataliodd rhywun fewnforio o’r ddyfais y daeth un o’r rhain ohoni.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/quarantine.py" />
   <source>They wait until the safeguarding lead has answered that.</source>
   <translation>Maent yn aros nes i’r arweinydd diogelu ateb hynny.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/quarantine.py" />
   <source>Photo {a} is not set aside.</source>
   <translation>Nid yw llun {a} o’r neilltu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/quarantine.py" />
   <source>The original of photo {a} still has to leave its device.</source>
   <translation>Rhaid i lun gwreiddiol rhif {a} adael ei ddyfais o hyd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/quarantine.py" />
   <source>Finish the removal first, or the only copy that is accounted for would go.</source>
   <translation>Gorffennwch y dileu yn gyntaf, neu byddai’r unig gopi sydd wedi’i gyfrif yn mynd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/questions.py" />
   <source>{a} cannot be asked.</source>
   <translation>Ni ellir gofyn i {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/questions.py" />
   <source>Ask somebody else who works here today.</source>
   <translation>Gofynnwch i rywun arall sy’n gweithio yma heddiw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/questions.py" />
   <source>An answer is missing.</source>
   <translation>Mae ateb ar goll.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/questions.py" />
   <source>Write it first.</source>
   <translation>Ysgrifennwch ef yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/questions.py" />
   <source>Nobody asked about this post.</source>
   <translation>Ni holodd neb am y postiad hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/questions.py" />
   <source>Somebody else was asked.</source>
   <translation>Gofynnwyd i rywun arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/questions.py" />
   <source>{a} can answer.</source>
   <translation>Gall {a} ateb.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/questions.py" />
   <source>the author</source>
   <translation>yr awdur</translation>
  </message>
  <message>
   <location filename="../../app/workflow/quick_look.py" />
   <source>A face could still be found after covering.</source>
   <translation>Roedd modd dod o hyd i wyneb o hyd ar ôl gorchuddio.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/quick_look.py" />
   <source>There is no file {a}.</source>
   <translation>Nid oes ffeil {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/quick_look.py" />
   <source>Check the name.</source>
   <translation>Gwiriwch yr enw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/quick_look.py" />
   <source>{a} is too large to be a photo.</source>
   <translation>Mae {a} yn rhy fawr i fod yn llun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/record_slices.py" />
   <source>Records are taken out as .csv or .db.</source>
   <translation>Cymerir cofnodion allan fel .csv neu .db.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/record_slices.py" />
   <source>Choose a name with one of these endings.</source>
   <translation>Dewiswch enw ag un o’r terfyniadau hyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/record_slices.py" />
   <source>There is a file {a} already.</source>
   <translation>Mae ffeil {a} eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refresh.py" />
   <source>never asked</source>
   <translation>heb ofyn erioed</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refresh.py" />
   <source>ran out</source>
   <translation>daeth i ben</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refresh.py" />
   <source>runs out soon</source>
   <translation>yn dod i ben yn fuan</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refresh.py" />
   <source>given too long ago</source>
   <translation>rhoddwyd yn rhy bell yn ôl</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refresh.py" />
   <source>to be confirmed</source>
   <translation>i’w gadarnhau</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refresh.py" />
   <source>now old enough to be asked</source>
   <translation>bellach yn ddigon hen i’w holi</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refresh.py" />
   <source>This pupil is old enough to be asked themselves now. Ask them, and tell the parents.</source>
   <translation>Mae’r disgybl hwn yn ddigon hen i’w holi ei hun bellach. Gofynnwch iddo, a dywedwch wrth y rhieni.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refresh.py" />
   <source>Answers run out within the month: print the list of who must be asked again.</source>
   <translation>Daw atebion i ben o fewn y mis: argraffwch y rhestr o bwy y mae’n rhaid eu holi eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refresh.py" />
   <source>{a}: {b} to ask</source>
   <translation>{a}: {b} i’w holi</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refresh.py" />
   <source>Without a class</source>
   <translation>Heb ddosbarth</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refusals.py" />
   <source>Say how the family was asked.</source>
   <translation>Dywedwch sut y gofynnwyd i’r teulu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refusals.py" />
   <source>For example: telephone call of 4 May, 10:15.</source>
   <translation>Er enghraifft: galwad ffôn 4 Mai, 10:15.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refusals.py" />
   <source>One of these platforms is not in the register.</source>
   <translation>Nid yw un o’r platfformau hyn yn y gofrestr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refusals.py" />
   <source>Say what the no is for.</source>
   <translation>Dywedwch ar gyfer beth y mae’r na.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refusals.py" />
   <source>Choose a platform, or leave it at everything.</source>
   <translation>Dewiswch blatfform, neu gadewch ef ar bopeth.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refusals.py" />
   <source>{a} does not hold parental responsibility and cannot confirm it.</source>
   <translation>Nid oes gan {a} gyfrifoldeb rhiant ac ni all ei gadarnhau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refusals.py" />
   <source>Ask somebody who does.</source>
   <translation>Gofynnwch i rywun sydd ag ef.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/refusals.py" />
   <source>There is no such refusal to settle.</source>
   <translation>Nid oes gwrthodiad o’r fath i’w setlo.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>A person needs a name.</source>
   <translation>Mae angen enw ar berson.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>The {a} is longer than {b} letters.</source>
   <translation>Mae’r {a} yn hirach na {b} llythyren.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>The UPN {a} cannot be right: its check letter does not fit.</source>
   <translation>Ni all UPN {a} fod yn gywir: nid yw ei lythyren wirio’n ffitio.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>Copy it again from the school's system, or leave it empty.</source>
   <translation>Copïwch ef eto o system yr ysgol, neu gadewch ef yn wag.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>This date of birth cannot be right.</source>
   <translation>Ni all y dyddiad geni hwn fod yn gywir.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>Write day, month and year.</source>
   <translation>Ysgrifennwch ddiwrnod, mis a blwyddyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>The last day on roll is before the first.</source>
   <translation>Mae’r diwrnod olaf ar y gofrestr cyn y cyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>Check the dates.</source>
   <translation>Gwiriwch y dyddiadau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>This UPN was {a}'s before.</source>
   <translation>{a} oedd piau’r UPN hwn o’r blaen.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>Check both entries.</source>
   <translation>Gwiriwch y ddau gofnod.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register.py" />
   <source>This {a} belongs to {b}.</source>
   <translation>Mae’r {a} hwn yn perthyn i {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register_import_writing.py" />
   <source>No line of {a} can be used.</source>
   <translation>Ni ellir defnyddio unrhyw linell o {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register_import_writing.py" />
   <source>Put the lines right first.</source>
   <translation>Cywirwch y llinellau yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register_import_writing.py" />
   <source>The register was changed since this file was looked at.</source>
   <translation>Newidiwyd y gofrestr ers edrych ar y ffeil hon.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/register_import_writing.py" />
   <source>Look at the file again.</source>
   <translation>Edrychwch ar y ffeil eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/render_pictures.py" />
   <source>Leave it out of the post or take another.</source>
   <translation>Hepgorwch ef o’r postiad neu cymerwch un arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/render_pictures.py" />
   <source>Photo {a}: the finished picture still shows a face nobody has looked at.</source>
   <translation>Llun {a}: mae’r llun gorffenedig yn dal i ddangos wyneb nad oes neb wedi edrych arno.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/render_pictures.py" />
   <source>Look at the photo again on Review, then prepare the pictures again.</source>
   <translation>Edrychwch ar y llun eto yn Adolygu, yna paratowch y lluniau eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/render_pictures.py" />
   <source>Photo {a}: words can be read in the finished picture that nobody has looked at.</source>
   <translation>Llun {a}: gellir darllen geiriau yn y llun gorffenedig nad oes neb wedi edrych arnynt.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/render_pictures.py" />
   <source>Photo {a}: a mark the school taught can be seen in the finished picture.</source>
   <translation>Llun {a}: gellir gweld nod a ddysgodd yr ysgol yn y llun gorffenedig.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/render_pictures.py" />
   <source>Photo {a}: {b}</source>
   <translation>Llun {a}: {b}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/render_pictures.py" />
   <source>Cover the place on Review, then prepare the pictures again.</source>
   <translation>Gorchuddiwch y lle yn Adolygu, yna paratowch y lluniau eto.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/render_pictures.py" />
   <source>Photo {a} was changed while its picture was made.</source>
   <translation>Newidiwyd llun {a} tra oedd ei lun gorffenedig yn cael ei wneud.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/restore.py" />
   <source>Choose an empty or new folder.</source>
   <translation>Dewiswch ffolder wag neu newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/restore.py" />
   <source>The back-up's parts do not belong together; nothing was restored.</source>
   <translation>Nid yw rhannau’r copi wrth gefn yn perthyn i’w gilydd; ni adferwyd dim.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/restore.py" />
   <source>Photos are missing from this back-up; nothing was restored.</source>
   <translation>Mae lluniau ar goll o’r copi wrth gefn hwn; ni adferwyd dim.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/restore.py" />
   <source>Nothing was restored. Look for another back-up.</source>
   <translation>Ni adferwyd dim. Chwiliwch am gopi wrth gefn arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention.py" />
   <source>There is nothing to erase.</source>
   <translation>Nid oes dim i’w ddileu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention.py" />
   <source>The preview lists {a} items, and {b} was typed.</source>
   <translation>Mae’r rhagolwg yn rhestru {a} eitem, a theipiwyd {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention.py" />
   <source>Read the list again, then type its number.</source>
   <translation>Darllenwch y rhestr eto, yna teipiwch ei rhif.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention.py" />
   <source>Write down why this is erased, without a name.</source>
   <translation>Ysgrifennwch pam y caiff hyn ei ddileu, heb enw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention.py" />
   <source>The reason names somebody, and it stays for good.</source>
   <translation>Mae’r rheswm yn enwi rhywun, ac mae’n aros am byth.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention.py" />
   <source>Write it without names.</source>
   <translation>Ysgrifennwch ef heb enwau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention.py" />
   <source>What may be erased changed since this was looked up; nothing was erased.</source>
   <translation>Newidiodd yr hyn y ceir ei ddileu ers chwilio; ni ddilëwyd dim.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention_plan.py" />
   <source>This photo is frozen: nothing of it may be destroyed.</source>
   <translation>Mae’r llun hwn wedi’i rewi: ni cheir dinistrio dim ohono.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention_plan.py" />
   <source>Ask the data protection officer, who can let it go on the Keeping page.</source>
   <translation>Gofynnwch i’r swyddog diogelu data, a all ei ollwng ar y dudalen Cadw data.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention_plan.py" />
   <source>This photo, or somebody in it, is the subject of an open request or incident: it is needed.</source>
   <translation>Mae’r llun hwn, neu rywun ynddo, yn destun cais neu ddigwyddiad agored: mae ei angen.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention_plan.py" />
   <source>Ask the data protection officer; it may go once that is closed.</source>
   <translation>Gofynnwch i’r swyddog diogelu data; gall fynd unwaith y bydd hynny wedi’i gau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/retention_plan.py" />
   <source>This entry was erased already.</source>
   <translation>Dilëwyd y cofnod hwn eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review.py" />
   <source>That box lies outside the photo.</source>
   <translation>Mae’r blwch hwnnw y tu allan i’r llun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review.py" />
   <source>Draw it on the photo.</source>
   <translation>Tynnwch ef ar y llun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review.py" />
   <source>This place is no “maybe a person”.</source>
   <translation>Nid “person efallai” yw’r lle hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review.py" />
   <source>Choose one that is.</source>
   <translation>Dewiswch un sydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review.py" />
   <source>This box was found by the program and has to stay on its place.</source>
   <translation>Y rhaglen a ganfu’r blwch hwn, a rhaid iddo aros yn ei le.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review.py" />
   <source>Draw another box for the other place; if this one is no face, say so.</source>
   <translation>Tynnwch flwch arall ar gyfer y lle arall; os nad wyneb yw hwn, dywedwch hynny.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review.py" />
   <source>This box was found by the program and cannot be taken away.</source>
   <translation>Y rhaglen a ganfu’r blwch hwn, ac ni ellir ei dynnu i ffwrdd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review.py" />
   <source>Say that it is not a face; that stays on record.</source>
   <translation>Dywedwch nad wyneb ydyw; mae hynny’n aros ar gofnod.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review_many.py" />
   <source>These places are not in one photo.</source>
   <translation>Nid yw’r lleoedd hyn mewn un llun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review_many.py" />
   <source>Choose places of one photo.</source>
   <translation>Dewiswch leoedd o un llun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review_many.py" />
   <source>That is nobody’s face.</source>
   <translation>Nid wyneb neb yw hwnnw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review_many.py" />
   <source>Choose a face first.</source>
   <translation>Dewiswch wyneb yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review_many.py" />
   <source>Neither of these faces is named.</source>
   <translation>Nid yw’r naill na’r llall o’r wynebau hyn wedi’i enwi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review_many.py" />
   <source>Name one of them first.</source>
   <translation>Enwch un ohonynt yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/review_preview.py" />
   <source>Nothing would go out: {a}</source>
   <translation>Ni fyddai dim yn mynd allan: {a}</translation>
  </message>
  <message>
   <location filename="../../app/workflow/sample_school.py" />
   <source>The sample school cannot be made in {a}: {b}.</source>
   <translation>Ni ellir gwneud yr ysgol enghreifftiol yn {a}: {b}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/sample_school.py" />
   <source>The folder {a} is not a sample school.</source>
   <translation>Nid yw’r ffolder {a} yn ysgol enghreifftiol.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/sample_school.py" />
   <source>Nothing was removed.</source>
   <translation>Ni ddilëwyd dim.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/sample_school.py" />
   <source>The sample school cannot be removed: {a}.</source>
   <translation>Ni ellir dileu’r ysgol enghreifftiol: {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/sample_school.py" />
   <source>Close it first.</source>
   <translation>Caewch hi yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/school_settings.py" />
   <source>Your policy “{a}” asks for this.</source>
   <translation>Mae eich polisi “{a}” yn gofyn am hyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/school_settings.py" />
   <source>Choose another policy pack.</source>
   <translation>Dewiswch becyn polisi arall.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/set_up.py" />
   <source>Platforms need somebody who agreed to them.</source>
   <translation>Mae angen rhywun a gytunodd iddynt ar blatfformau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/set_up.py" />
   <source>No pupil could be read from {a}.</source>
   <translation>Ni ellid darllen yr un disgybl o {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/set_up.py" />
   <source>Leave the list for later: the Register page shows line by line what is wrong.</source>
   <translation>Gadewch y rhestr tan yn hwyrach: mae tudalen y Gofrestr yn dangos fesul llinell beth sydd o’i le.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>There were too many wrong passwords.</source>
   <translation>Bu gormod o gyfrineiriau anghywir.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>Wait {a}, then try again.</source>
   <translation>Arhoswch {a}, yna rhowch gynnig arall arni.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>This password was for one sign-in only.</source>
   <translation>Ar gyfer un mewngofnodiad yn unig yr oedd y cyfrinair hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>Choose a password of your own.</source>
   <translation>Dewiswch eich cyfrinair eich hun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>The new password is the old one.</source>
   <translation>Yr hen gyfrinair yw’r un newydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>The password is too short.</source>
   <translation>Mae’r cyfrinair yn rhy fyr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>Use at least {a} characters.</source>
   <translation>Defnyddiwch o leiaf {a} nod.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>The password is too easy to guess.</source>
   <translation>Mae’r cyfrinair yn rhy hawdd i’w ddyfalu.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>Use three words that have nothing to do with each other.</source>
   <translation>Defnyddiwch dri gair nad oes a wnelont ddim â’i gilydd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>The name or the password is wrong.</source>
   <translation>Mae’r enw neu’r cyfrinair yn anghywir.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>Check both and try again; if it goes on, ask IT.</source>
   <translation>Gwiriwch y ddau a rhowch gynnig arall arni; os yw’n parhau, gofynnwch i’r adran TG.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>The old password is wrong.</source>
   <translation>Mae’r hen gyfrinair yn anghywir.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>Type the one you signed in with.</source>
   <translation>Teipiwch yr un y mewngofnodoch ag ef.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>ClearPost is for school work only. It records who signs in, and what they import, look at, change, approve and publish.</source>
   <translation>At waith ysgol yn unig y mae ClearPost. Mae’n cofnodi pwy sy’n mewngofnodi, a beth maent yn ei fewnforio, edrych arno, ei newid, ei gymeradwyo a’i gyhoeddi.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>{a} seconds</source>
   <translation>{a} eiliad</translation>
  </message>
  <message>
   <location filename="../../app/workflow/signing_in.py" />
   <source>{a} minutes</source>
   <translation>{a} munud</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_access.py" />
   <source>This is not a request to see what is held.</source>
   <translation>Nid cais i weld yr hyn a gedwir yw hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_access.py" />
   <source>Nobody checked who asks yet.</source>
   <translation>Nid oes neb wedi gwirio eto pwy sy’n gofyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_access.py" />
   <source>Note how you checked it.</source>
   <translation>Nodwch sut y gwnaethoch ei wirio.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_access.py" />
   <source>The safeguarding lead has not let this go out.</source>
   <translation>Nid yw’r arweinydd diogelu wedi gadael i hwn fynd allan.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_access.py" />
   <source>Ask the safeguarding lead first.</source>
   <translation>Gofynnwch i’r arweinydd diogelu yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_access.py" />
   <source>This photo is not one to look through for this request.</source>
   <translation>Nid yw’r llun hwn yn un i edrych drwyddo ar gyfer y cais hwn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_pack.py" />
   <source>Somebody else can still be seen in photo {a}.</source>
   <translation>Gellir gweld rhywun arall o hyd yn llun {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_pack.py" />
   <source>Draw a box round them in Review first.</source>
   <translation>Tynnwch flwch o’u cwmpas yn Adolygu yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_pack.py" />
   <source>There is a folder {a} already.</source>
   <translation>Mae ffolder {a} eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_pack.py" />
   <source>Move it away first.</source>
   <translation>Symudwch hi o’r ffordd yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_pack.py" />
   <source>{a} photos wait to be looked through.</source>
   <translation>Lluniau sy’n aros i rywun edrych drwyddynt: {a}.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_pack.py" />
   <source>Say of each whether they are in it.</source>
   <translation>Dywedwch am bob un a ydynt ynddo.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/subject_pack.py" />
   <source>What is known of this person changed while the pack was made.</source>
   <translation>Newidiodd yr hyn sy’n hysbys am y person hwn wrth i’r pecyn gael ei wneud.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/takedowns.py" />
   <source>Say why it may stay.</source>
   <translation>Dywedwch pam y caiff aros.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/takedowns.py" />
   <source>This post is not online.</source>
   <translation>Nid yw’r postiad hwn ar-lein.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/takedowns.py" />
   <source>Only what is online is looked at.</source>
   <translation>Dim ond yr hyn sydd ar-lein yr edrychir arno.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>No mark is called “{a}”.</source>
   <translation>Nid oes nod o’r enw “{a}”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>Look at the list of marks.</source>
   <translation>Edrychwch ar restr y nodau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>The pictures “{a}” was taught from were not kept.</source>
   <translation>Ni chadwyd y lluniau y dysgwyd “{a}” ohonynt.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>Add them, and teach it under the same name.</source>
   <translation>Ychwanegwch nhw, a’i ddysgu o dan yr un enw.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>Give up to {a} words of 3 to 60 letters.</source>
   <translation>Rhowch eiriau o 3 i 60 llythyren, {a} ar y mwyaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>Leave shorter ones out.</source>
   <translation>Hepgorwch rai byrrach.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>A mark needs a name of its own.</source>
   <translation>Mae angen ei enw ei hun ar nod.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>Call it as people do, for example “Hollybank crest”.</source>
   <translation>Galwch ef fel y mae pobl yn ei wneud, er enghraifft “Arfbais Hollybank”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>Give one to {a} pictures of the mark.</source>
   <translation>Rhowch un i {a} llun o’r nod.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>What was learned of the mark “{a}” is gone.</source>
   <translation>Mae’r hyn a ddysgwyd am y nod “{a}” wedi mynd.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>Teach it again, or remove it.</source>
   <translation>Dysgwch ef eto, neu tynnwch ef.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <source>There are {a} marks already.</source>
   <translation>Mae {a} nod eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/teach_mark.py" />
   <location filename="../../app/workflow/uniforms.py" />
   <source>Remove one that is not needed.</source>
   <translation>Tynnwch un nad oes ei angen.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/training.py" />
   <source>Say what the training was about.</source>
   <translation>Dywedwch am beth oedd yr hyfforddiant.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/training.py" />
   <source>This training is still to come.</source>
   <translation>Mae’r hyfforddiant hwn eto i ddod.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/training.py" />
   <source>Record it once it is done.</source>
   <translation>Cofnodwch ef unwaith y bydd wedi’i wneud.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/training.py" />
   <source>This training would run out before it was done.</source>
   <translation>Byddai’r hyfforddiant hwn yn dod i ben cyn ei wneud.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/uniforms.py" />
   <source>Register up to {a} uniforms.</source>
   <translation>Cofrestrwch wisgoedd ysgol, {a} ar y mwyaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/uniforms.py" />
   <source>Every uniform needs a name of its own.</source>
   <translation>Mae angen ei henw ei hun ar bob gwisg ysgol.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/uniforms.py" />
   <source>For example “Our uniform” or “Brook Academy”.</source>
   <translation>Er enghraifft “Ein gwisg ni” neu “Brook Academy”.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/uniforms.py" />
   <source>A uniform needs one to {a} colours.</source>
   <translation>Mae angen lliwiau ar wisg ysgol: o leiaf un, {a} ar y mwyaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/uniforms.py" />
   <source>Choose its main colours.</source>
   <translation>Dewiswch ei phrif liwiau.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/users.py" />
   <source>Nobody would be left who can manage users.</source>
   <translation>Ni fyddai neb ar ôl a all reoli defnyddwyr.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/users.py" />
   <source>Give somebody else the IT role first.</source>
   <translation>Rhowch y rôl TG i rywun arall yn gyntaf.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/users.py" />
   <source>Nobody resets their own password.</source>
   <translation>Nid oes neb yn ailosod ei gyfrinair ei hun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/users.py" />
   <source>Change it instead.</source>
   <translation>Newidiwch ef yn lle hynny.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/users.py" />
   <source>{a} may not confirm these roles.</source>
   <translation>Ni chaiff {a} gadarnhau’r rolau hyn.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/users.py" />
   <source>Nobody closes or opens their own account.</source>
   <translation>Nid oes neb yn cau nac yn agor ei gyfrif ei hun.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/users.py" />
   <source>Ask IT or the Headteacher.</source>
   <translation>Gofynnwch i’r adran TG neu’r Pennaeth.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/users.py" />
   <source>Somebody signs in as {a} already.</source>
   <translation>Mae rhywun yn mewngofnodi fel {a} eisoes.</translation>
  </message>
  <message>
   <location filename="../../app/workflow/users.py" />
   <source>Choose another sign-in name.</source>
   <translation>Dewiswch enw mewngofnodi arall.</translation>
  </message>
  <message>
   <location filename="../../consent_db/audit.py" />
   <source>This PC's clock is behind the records.</source>
   <translation>Mae cloc y cyfrifiadur hwn y tu ôl i’r cofnodion.</translation>
  </message>
  <message>
   <location filename="../../consent_db/audit.py" />
   <source>Set the clock, then try again.</source>
   <translation>Gosodwch y cloc, yna rhowch gynnig arall arni.</translation>
  </message>
  <message>
   <location filename="../../consent_db/biometrics.py" />
   <source>This parent or carer belongs to another child.</source>
   <translation>Mae’r rhiant neu’r gofalwr hwn yn perthyn i blentyn arall.</translation>
  </message>
  <message>
   <location filename="../../consent_db/biometrics.py" />
   <source>Choose one of this child's own.</source>
   <translation>Dewiswch un o rai’r plentyn hwn.</translation>
  </message>
  <message>
   <location filename="../../consent_db/cases.py" />
   <source>No. {a} was changed meanwhile.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/cases.py" />
   <source>Look at it again, then go on.</source>
   <translation>Edrychwch arno eto, yna ewch ymlaen.</translation>
  </message>
  <message>
   <location filename="../../consent_db/contacts.py" />
   <location filename="../../consent_db/people.py" />
   <location filename="../../consent_db/platforms.py" />
   <location filename="../../consent_db/policies.py" />
   <source>{a} was changed meanwhile.</source>
   <translation>Newidiwyd {a} yn y cyfamser.</translation>
  </message>
  <message>
   <location filename="../../consent_db/contacts.py" />
   <location filename="../../consent_db/people.py" />
   <location filename="../../consent_db/platforms.py" />
   <location filename="../../consent_db/policies.py" />
   <source>Look at the new entry, then change it.</source>
   <translation>Edrychwch ar y cofnod newydd, yna ei newid.</translation>
  </message>
  <message>
   <location filename="../../consent_db/devices.py" />
   <source>This device is not in the register any more.</source>
   <translation>Nid yw’r ddyfais hon yn y gofrestr mwyach.</translation>
  </message>
  <message>
   <location filename="../../consent_db/devices.py" />
   <source>This device was changed meanwhile.</source>
   <translation>Newidiwyd y ddyfais hon yn y cyfamser.</translation>
  </message>
  <message>
   <location filename="../../consent_db/devices.py" />
   <source>Look at it anew.</source>
   <translation>Edrychwch arni o’r newydd.</translation>
  </message>
  <message>
   <location filename="../../consent_db/devices.py" />
   <source>This was answered already.</source>
   <translation>Atebwyd hyn eisoes.</translation>
  </message>
  <message>
   <location filename="../../consent_db/dump.py" />
   <source>This copy of the register is damaged or was cut off; nothing was written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/dump.py" />
   <source>Another version of ClearPost made this copy of the register.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/dump.py" />
   <source>Use that version, or the newest one on both PCs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/dump.py" />
   <source>There is a register of this school there already; nothing was written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/dump.py" />
   <source>Restore or move into an empty one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/dump.py" />
   <source>An entry is longer than a register may keep ({a}, {b} characters).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/dump.py" />
   <source>Shorten it, then start again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/dump.py" />
   <source>The chain of records in this copy is broken; nothing was written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/dump.py" />
   <source>The register does not keep what it was given ({a}); nothing was written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/embedded.py" />
   <location filename="../../consent_db/server.py" />
   <location filename="../../consent_db/server_upkeep.py" />
   <source>A newer ClearPost wrote this register.</source>
   <translation>ClearPost mwy newydd a ysgrifennodd y gofrestr hon.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The register is busy: another window of ClearPost is writing.</source>
   <translation>Mae’r gofrestr yn brysur: mae ffenestr arall o ClearPost yn ysgrifennu.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The register failed and nothing was written.</source>
   <translation>Methodd y gofrestr ac nid ysgrifennwyd dim.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Start ClearPost again.</source>
   <translation>Cychwynnwch ClearPost eto.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>What was recorded cannot be changed or taken out.</source>
   <translation>Ni ellir newid na thynnu allan yr hyn a gofnodwyd.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The school's register has moved.</source>
   <translation>Mae cofrestr yr ysgol wedi symud.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The register refuses this change because it does not fit what is there.</source>
   <translation>Mae’r gofrestr yn gwrthod y newid hwn am nad yw’n ffitio’r hyn sydd yno.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Open the page again and look what changed meanwhile.</source>
   <translation>Agorwch y dudalen eto ac edrych beth a newidiodd yn y cyfamser.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Somebody else changed this meanwhile; nothing was written.</source>
   <translation>Newidiodd rhywun arall hyn yn y cyfamser; nid ysgrifennwyd dim.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>This PC's sign-in to the school's database may not do this.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Ask IT; an administrator of the database can.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The school's database does not let this PC in.</source>
   <translation>Nid yw cronfa ddata’r ysgol yn gadael y cyfrifiadur hwn i mewn.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Ask IT to approve this PC again.</source>
   <translation>Gofynnwch i’r adran TG gymeradwyo’r cyfrifiadur hwn eto.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The server is there, but the school's database is not on it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Tell IT; it was moved, renamed or has to be restored from a back-up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Something of the register is missing in the school's database; nothing was written.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Tell IT; it has to be brought up to date (clearpost workspace upgrade) or restored from a back-up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The school's database has no room left.</source>
   <translation>Nid oes lle ar ôl yng nghronfa ddata’r ysgol.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Tell IT.</source>
   <translation>Dywedwch wrth yr adran TG.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The school's database cannot be reached; nothing was written.</source>
   <translation>Ni ellir cyrraedd cronfa ddata’r ysgol; nid ysgrifennwyd dim.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Check the network, then try again; if others cannot work either, tell IT.</source>
   <translation>Gwiriwch y rhwydwaith, yna rhowch gynnig arall arni; os na all eraill weithio chwaith, dywedwch wrth yr adran TG.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The register cannot be opened: the key is wrong or the file is damaged.</source>
   <translation>Ni ellir agor y gofrestr: mae’r allwedd yn anghywir neu mae’r ffeil wedi’i difrodi.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Check the passphrase; if it is right, restore the register from a back-up.</source>
   <translation>Gwiriwch y cyfrinymadrodd; os yw’n gywir, adferwch y gofrestr o gopi wrth gefn.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The disk is full; nothing was written.</source>
   <translation>Mae’r ddisg yn llawn; nid ysgrifennwyd dim.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Free some space and try again.</source>
   <translation>Rhyddhewch le a rhowch gynnig arall arni.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>The register cannot be written.</source>
   <translation>Ni ellir ysgrifennu’r gofrestr.</translation>
  </message>
  <message>
   <location filename="../../consent_db/failures.py" />
   <source>Check that its folder is there and may be written.</source>
   <translation>Gwiriwch fod ei ffolder yno ac y ceir ysgrifennu iddo.</translation>
  </message>
  <message>
   <location filename="../../consent_db/import_batches.py" />
   <source>This reading was undone already.</source>
   <translation>Dadwnaed y darlleniad hwn eisoes.</translation>
  </message>
  <message>
   <location filename="../../consent_db/import_questions.py" />
   <source>Somebody has settled this already.</source>
   <translation>Mae rhywun wedi setlo hyn eisoes.</translation>
  </message>
  <message>
   <location filename="../../consent_db/import_sources.py" />
   <source>There is a list called “{a}” already.</source>
   <translation>Mae rhestr o’r enw “{a}” eisoes.</translation>
  </message>
  <message>
   <location filename="../../consent_db/import_sources.py" />
   <source>“{a}” was changed meanwhile.</source>
   <translation>Newidiwyd “{a}” yn y cyfamser.</translation>
  </message>
  <message>
   <location filename="../../consent_db/import_sources.py" />
   <source>Look at it again, then change it.</source>
   <translation>Edrychwch arno eto, yna ei newid.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/delimited.py" />
   <source>{a} is not a list: it holds binary data.</source>
   <translation>Nid rhestr yw {a}: mae’n cynnwys data deuaidd.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/delimited.py" />
   <source>Export it as CSV or XLSX.</source>
   <translation>Allforiwch ef fel CSV neu XLSX.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/delimited.py" />
   <source>Some letters of {a} cannot be read: the file is damaged or cut off.</source>
   <translation>Ni ellir darllen rhai o lythrennau {a}: mae’r ffeil wedi’i difrodi neu ei thorri’n fyr.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/delimited.py" />
   <location filename="../../consent_db/lists/school_file.py" />
   <source>Export it from the school's system again.</source>
   <translation>Allforiwch hi o system yr ysgol eto.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/delimited.py" />
   <source>{a} cannot be read as a list.</source>
   <translation>Ni ellir darllen {a} fel rhestr.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/delimited.py" />
   <source>Export it again as CSV or XLSX.</source>
   <translation>Allforiwch ef eto fel CSV neu XLSX.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/delimited.py" />
   <source>{a} cannot be read as a list: {b}.</source>
   <translation>Ni ellir darllen {a} fel rhestr: {b}.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/mapping.py" />
   <source>The file {a} {b}, which the saved mapping needs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/lists/mapping.py" />
   <source>Export the same report again, or map the columns anew.</source>
   <translation>Allforiwch yr un adroddiad eto, neu mapiwch y colofnau o’r newydd.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/mapping.py" />
   <source>The column mapping cannot be used: {a}.</source>
   <translation>Ni ellir defnyddio mapio’r colofnau: {a}.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>No row of {a} looks like headings.</source>
   <translation>Nid oes rhes o {a} yn edrych fel penawdau.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>There must be a column for the UPN, or for forename and surname.</source>
   <translation>Rhaid bod colofn ar gyfer yr UPN, neu ar gyfer enw cyntaf a chyfenw.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>{a} is an old Excel file or has a password.</source>
   <translation>Mae {a} yn hen ffeil Excel neu mae iddi gyfrinair.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>Open it in Excel and save it as XLSX without a password.</source>
   <translation>Agorwch hi yn Excel a’i chadw fel XLSX heb gyfrinair.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>The file {a} is too large to be a list of pupils.</source>
   <translation>Mae’r ffeil {a} yn rhy fawr i fod yn rhestr o ddisgyblion.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>“{a}” are two columns for the same thing ({b}).</source>
   <translation>Mae “{a}” yn ddwy golofn ar gyfer yr un peth ({b}).</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>Keep one of them, or map the columns by hand.</source>
   <translation>Cadwch un ohonynt, neu mapiwch y colofnau â llaw.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>The file {a} cannot be read.</source>
   <translation>Ni ellir darllen y ffeil {a}.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>Check that it is still there.</source>
   <translation>Gwiriwch ei bod yno o hyd.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>The dates of {a} are written month first, as “{b}” in line {c}.</source>
   <translation>Mae dyddiadau {a} wedi’u hysgrifennu â’r mis yn gyntaf, fel “{b}” yn llinell {c}.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/school_file.py" />
   <source>Export it with UK dates, such as 14/03/2017.</source>
   <translation>Allforiwch hi â dyddiadau’r DU, er enghraifft 14/03/2017.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/table.py" />
   <source>{a} has more lines or columns than a list of pupils.</source>
   <translation>Mae mwy o linellau neu golofnau yn {a} nag mewn rhestr o ddisgyblion.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/table.py" />
   <source>Export the list again, without empty pages.</source>
   <translation>Allforiwch y rhestr eto, heb dudalennau gwag.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/workbook.py" />
   <source>{a} cannot be read as a spreadsheet: it is damaged, or not an XLSX file.</source>
   <translation>Ni ellir darllen {a} fel taenlen: mae wedi’i difrodi, neu nid yw’n ffeil XLSX.</translation>
  </message>
  <message>
   <location filename="../../consent_db/lists/workbook.py" />
   <source>Open it in the spreadsheet program and save it as XLSX or CSV.</source>
   <translation>Agorwch hi yn y rhaglen daenlen a’i chadw fel XLSX neu CSV.</translation>
  </message>
  <message>
   <location filename="../../consent_db/migrations/versions/v0002_complete_register.py" />
   <source>The register could not be upgraded: entries do not fit. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/migrations/versions/v0002_complete_register.py" />
   <source>The register could not be upgraded: rows would be missing. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/permissions.py" />
   <source>This permission was changed meanwhile.</source>
   <translation>Newidiwyd y caniatâd hwn yn y cyfamser.</translation>
  </message>
  <message>
   <location filename="../../consent_db/permissions.py" />
   <source>Look at it anew, then change it.</source>
   <translation>Edrychwch arno o’r newydd, yna ei newid.</translation>
  </message>
  <message>
   <location filename="../../consent_db/policies.py" />
   <source>{a} has not acknowledged {b}{c} yet.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/policies.py" />
   <source>Read it under Policies and say that you did; then go on.</source>
   <translation>Darllenwch ef o dan Polisïau a dywedwch eich bod wedi; yna ewch ymlaen.</translation>
  </message>
  <message>
   <location filename="../../consent_db/posts.py" />
   <source>The post “{a}” was changed meanwhile.</source>
   <translation>Newidiwyd y postiad “{a}” yn y cyfamser.</translation>
  </message>
  <message>
   <location filename="../../consent_db/posts.py" />
   <source>Open it again and look.</source>
   <translation>Agorwch ef eto ac edrychwch.</translation>
  </message>
  <message>
   <location filename="../../consent_db/rows.py" />
   <source>{a} is not in the register any more.</source>
   <translation>Nid yw {a} yn y gofrestr mwyach.</translation>
  </message>
  <message>
   <location filename="../../consent_db/server.py" />
   <location filename="../../consent_db/server_upkeep.py" />
   <source>There is no ClearPost register in this database.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server.py" />
   <source>Ask IT to make it: clearpost workspace move.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server.py" />
   <source>The school's register is older than this ClearPost.</source>
   <translation>Mae cofrestr yr ysgol yn hŷn na’r ClearPost hwn.</translation>
  </message>
  <message>
   <location filename="../../consent_db/server.py" />
   <source>Ask IT to bring it up to date: clearpost workspace upgrade.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server.py" />
   <source>This PC's clock and the school's database are {a} minutes apart.</source>
   <translation>Mae {a} munud rhwng cloc y cyfrifiadur hwn a chronfa ddata’r ysgol.</translation>
  </message>
  <message>
   <location filename="../../consent_db/server.py" />
   <source>Set this PC's clock, then start ClearPost again.</source>
   <translation>Gosodwch gloc y cyfrifiadur hwn, yna dechreuwch ClearPost eto.</translation>
  </message>
  <message>
   <location filename="../../consent_db/server.py" />
   <source>This PC's sign-in does not belong to this school's register.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server.py" />
   <source>Ask IT to approve this PC.</source>
   <translation>Gofynnwch i’r adran TG gymeradwyo’r cyfrifiadur hwn.</translation>
  </message>
  <message>
   <location filename="../../consent_db/server_sweep.py" />
   <source>The server's old rows could not all be cleared.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server_sweep.py" />
   <source>Try again as the owner of the database when nobody works.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server_upkeep.py" />
   <source>“{a}” cannot be a sign-in name of the database.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server_upkeep.py" />
   <source>Use small letters, numbers and _ only.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server_upkeep.py" />
   <source>This register is older than this ClearPost.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server_upkeep.py" />
   <source>Upgrade it first.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server_upkeep.py" />
   <source>Check the database's name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server_upkeep.py" />
   <source>The database has a sign-in {a} already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server_upkeep.py" />
   <source>No PC of this school signs in as {a}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server_upkeep.py" />
   <source>This PostgreSQL is too old.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/server_upkeep.py" />
   <source>ClearPost needs PostgreSQL 15 or newer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../consent_db/sources.py" />
   <source>{a} is not in the register any more: its photo was destroyed just now.</source>
   <translation>Nid yw {a} yn y gofrestr mwyach: mae ei lun newydd gael ei ddinistrio.</translation>
  </message>
  <message>
   <location filename="../../consent_db/users.py" />
   <source>{a} was changed meanwhile by somebody else.</source>
   <translation>Newidiwyd {a} yn y cyfamser gan rywun arall.</translation>
  </message>
  <message>
   <location filename="../../consent_db/users.py" />
   <source>Look again, then change it.</source>
   <translation>Edrychwch eto, yna ei newid.</translation>
  </message>
  <message>
   <location filename="../../consent_db/users.py" />
   <source>The account of {a} is closed.</source>
   <translation>Mae cyfrif {a} ar gau.</translation>
  </message>
  <message>
   <location filename="../../consent_db/users.py" />
   <source>Ask IT; nothing was done.</source>
   <translation>Gofynnwch i’r adran TG; ni wnaed dim.</translation>
  </message>
  <message>
   <location filename="../../consent_db/users.py" />
   <source>The roles of {a} changed since they signed in.</source>
   <translation>Mae rolau {a} wedi newid ers mewngofnodi.</translation>
  </message>
  <message>
   <location filename="../../consent_db/users.py" />
   <source>Sign out and in again; nothing was done.</source>
   <translation>Allgofnodwch a mewngofnodwch eto; ni wnaed dim.</translation>
  </message>
 </context>
 <context>
  <name>QLineEdit</name>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Dadwneud</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Ailwneud</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>&amp;Torri</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Copïo</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>&amp;Gludo</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Dileu</translation>
  </message>
  <message>
   <source>Select All</source>
   <translation>Dewis popeth</translation>
  </message>
 </context>
 <context>
  <name>QWidgetTextControl</name>
  <message>
   <source>&amp;Undo</source>
   <translation>&amp;Dadwneud</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>&amp;Ailwneud</translation>
  </message>
  <message>
   <source>Cu&amp;t</source>
   <translation>&amp;Torri</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>&amp;Copïo</translation>
  </message>
  <message>
   <source>Copy &amp;Link Location</source>
   <translation>Copïo cyfeiriad y &amp;ddolen</translation>
  </message>
  <message>
   <source>&amp;Paste</source>
   <translation>&amp;Gludo</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Dileu</translation>
  </message>
  <message>
   <source>Select All</source>
   <translation>Dewis popeth</translation>
  </message>
 </context>
 <context>
  <name>QAbstractSpinBox</name>
  <message>
   <source>&amp;Select All</source>
   <translation>Dewis &amp;popeth</translation>
  </message>
  <message>
   <source>&amp;Step up</source>
   <translation>&amp;Cam i fyny</translation>
  </message>
  <message>
   <source>Step &amp;down</source>
   <translation>Cam i &amp;lawr</translation>
  </message>
 </context>
</TS>
