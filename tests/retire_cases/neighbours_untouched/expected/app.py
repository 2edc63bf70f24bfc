from os import (path
  , sep)
x = {  'a':1 ,'b' : [ 1,2 ,] }
def  convert( disk , * , y=( 3 ) ) :
    """Odd."""; disk.open( )

    if(disk.raw):   disk.grow( )
    return( x , y , path,sep )   # all

    # the end
